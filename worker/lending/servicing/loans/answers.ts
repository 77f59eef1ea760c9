import * as v from 'valibot'
import type { LocalDate } from '#worker/kernel/calendar'
import { pageOf } from '#worker/http/paging'
import { type Loan } from '#worker/lending/servicing/loans/loan'
import type { Projection } from '#worker/lending/servicing/loans/projection'
import { penaltyWords } from '#worker/lending/servicing/loans/explained'
import { plannedWords } from '#worker/lending/servicing/loans/planned-words'
import type { Language } from '#worker/lending/offering/schedules/figures'
import { percentOf } from '#worker/lending/offering/schedules/rate'
import { feesAtDisbursement } from '#worker/lending/offering/schedules/schedule'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'
import { duesOn } from '#worker/lending/servicing/loans/summary'
import { SplitAnswer } from '#worker/lending/servicing/receipts/answers'

const party = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })
export const PartsAnswer = v.strictObject({
  interest: v.number(),
  principal: v.number(),
  fees: v.number(),
  penalties: v.number(),
})

export const LoanAnswer = v.strictObject({
  id: v.string(),
  /** The lender's own number; 0 in the answer to the disbursement, which gives it out. */
  number: v.number(),
  /** None where the loan was brought in from elsewhere. */
  applicationId: v.nullable(v.string()),
  lender: party,
  product: v.string(),
  borrower: v.strictObject({ id: v.string(), name: v.string() }),
  group: v.nullable(party),
  principal: v.number(),
  /** Deducted when the money was handed over. */
  feesAtDisbursement: v.number(),
  annualRate: v.number(),
  effectiveAnnualRate: v.number(),
  interestMethod: v.picklist(['flat', 'declining']),
  instalments: v.number(),
  every: v.number(),
  unit: v.picklist(['day', 'week', 'month']),
  disbursedOn: v.string(),
  status: v.picklist(['active', 'closed', 'overpaid', 'written-off']),
  balance: v.number(),
  overpayment: v.number(),
  /** Principal given up by a write-off, and what came back after it. */
  writtenOff: v.number(),
  recovered: v.number(),
  rescheduledOn: v.nullable(v.string()),
  pausedUntil: v.nullable(v.string()),
  nextDueOn: v.nullable(v.string()),
  nextDueAmount: v.nullable(v.number()),
  overdue: v.number(),
  daysLate: v.number(),
  dueThisWeek: v.number(),
})
export type LoanAnswer = v.InferOutput<typeof LoanAnswer>

export const LoansAnswer = pageOf(LoanAnswer)

const InstalmentAnswer = v.strictObject({
  n: v.number(),
  dueOn: v.string(),
  asked: PartsAnswer,
  paid: PartsAnswer,
  left: v.number(),
  paidOn: v.nullable(v.string()),
  /** The day on which its rest was planned anew or written off. */
  endedOn: v.nullable(v.string()),
  daysLate: v.number(),
  /** How its principal and interest came about, where it still is as it was agreed. */
  arithmetic: v.nullable(v.string()),
  /** Penalties by rule so far, and their arithmetic. */
  penalized: v.number(),
  explanation: v.nullable(v.string()),
})

const PAPERS = ['receipt', 'disbursement', 'refund'] as const

const EventAnswer = v.strictObject({
  seq: v.number(),
  type: v.string(),
  on: v.string(),
  amount: v.nullable(v.number()),
  split: v.nullable(SplitAnswer),
  reversed: v.boolean(),
  /** What it did, where its amount does not say it all. */
  explanation: v.nullable(v.string()),
  /** Its paper, and the code that opens it. */
  paper: v.nullable(v.strictObject({ kind: v.picklist(PAPERS), code: v.string() })),
  by: v.string(),
  at: v.string(),
})

/** A loan with its schedule, what is owed, and everything that happened. */
export const LoanStatementAnswer = v.strictObject({
  loan: LoanAnswer,
  outstanding: PartsAnswer,
  due: PartsAnswer,
  /** What is still claimed of a loan that was written off. */
  claim: v.number(),
  /** Principal handed over so far, which is less than the principal where more is to be drawn. */
  drawn: v.number(),
  instalments: v.array(InstalmentAnswer),
  events: v.array(EventAnswer),
})
export type LoanStatementAnswer = v.InferOutput<typeof LoanStatementAnswer>

export const RepaymentAnswer = v.strictObject({
  loan: LoanAnswer,
  split: SplitAnswer,
  /** Opens the receipt: `GET /receipts/{code}`. */
  receipt: v.string(),
})

/** The names around a loan, as a query brings them. */
export type Around = {
  number: number
  lenderSlug: string
  lenderName: string
  productName: string
  borrowerName: string
  groupSlug: string | null
  groupName: string | null
}

type Days = { today: LocalDate; weekEnds: LocalDate }

export function describeLoan(loan: Loan, around: Around, { today, weekEnds }: Days): LoanAnswer {
  const { overdue, daysLate, dueUntil } = duesOn(loan.unpaid, today, weekEnds)
  return {
    id: loan.id,
    number: around.number,
    applicationId: loan.applicationId,
    lender: { id: loan.lenderId, slug: around.lenderSlug, name: around.lenderName },
    product: around.productName,
    borrower: { id: loan.borrowerId, name: around.borrowerName },
    group:
      loan.groupId === null
        ? null
        : { id: loan.groupId, slug: around.groupSlug ?? '', name: around.groupName ?? '' },
    principal: loan.principal,
    feesAtDisbursement: feesAtDisbursement(loan.terms),
    annualRate: percentOf(loan.terms.annualRate),
    effectiveAnnualRate: loan.effectiveRate / 100,
    interestMethod: loan.terms.interestMethod,
    instalments: loan.terms.instalments,
    every: loan.terms.every,
    unit: loan.terms.unit,
    disbursedOn: loan.disbursedOn,
    status: loan.status,
    balance: loan.balance,
    overpayment: loan.overpayment,
    writtenOff: loan.writtenOff,
    recovered: loan.recovered,
    rescheduledOn: loan.rescheduledOn,
    pausedUntil: loan.pausedUntil,
    nextDueOn: loan.nextDueOn,
    nextDueAmount: loan.unpaid[0]?.[1] ?? null,
    overdue,
    daysLate,
    dueThisWeek: dueUntil,
  }
}

export function describeInstalments(
  projection: Projection,
  telling: { terms: LoanTerms; language: Language },
): LoanStatementAnswer['instalments'] {
  const planned = plannedWords(projection.instalments, telling)
  return projection.instalments.map(({ owed: _, late: __, ...one }, at) => ({
    ...one,
    arithmetic: planned[at] ?? null,
    paidOn: one.paidOn ?? null,
    endedOn: one.endedOn ?? null,
    explanation: penaltyWords(projection.instalments[at]!, telling) ?? null,
  }))
}
