/**
 * A loan and what may be done with it. Each decision adds one event, projects the loan before and after
 * it, and hands over what changed in the division of its money: the one thing the books are told. A
 * payment dated back or reversed is the same step over another list of events.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { transition } from '#worker/kernel/transitions'
import { APPLICATION, type Application } from '#worker/lending/loan-applications/loan-application'
import {
  effectiveRateOf,
  termsOf,
  type LoanProduct,
} from '#worker/lending/loan-products/loan-product'
import { correction, type CorrectionLine } from '#worker/lending/loans/correction'
import type { LoanEvent, Repaid } from '#worker/lending/loans/events'
import { project, type Projection } from '#worker/lending/loans/projection'
import { summaryOf, type LoanSummary } from '#worker/lending/loans/summary'
import type { LoanTerms } from '#worker/lending/schedules/terms'

export type Loan = LoanSummary & {
  id: string
  lenderId: string
  origin: 'desk' | 'import'
  /** None where it was brought in from elsewhere. */
  applicationId: string | null
  productId: string
  borrowerId: string
  groupId: string | null
  /** Who looks after it. */
  officerId: string | null
  /** The fund it is carried by. */
  fundId: string | null
  /** The borrower's regency, for measures that concern a region. */
  regionCode: string | null
  principal: Amount
  terms: LoanTerms
  /** When its interest is income: as it is paid, or as it accrues. */
  basis: 'cash' | 'accrual'
  /** Interest taken into the books so far, and up to which day; on the accrual basis only. */
  accrued: Amount
  accruedOn: LocalDate | null
  writtenOff: Amount
  recovered: Amount
  rescheduledOn: LocalDate | null
  pausedUntil: LocalDate | null
  /** Hundredths of a percent a year. */
  effectiveRate: number
  disbursedOn: LocalDate
  /** The number of its last event. */
  version: number
}

/** What a decision changed: the loan, its new event, and what the books must be told. */
export type LoanChange = {
  loan: Loan
  event: LoanEvent
  before: Projection
  after: Projection
  lines: readonly CorrectionLine[]
}

type Given = { loan: Loan; events: readonly LoanEvent[]; today: LocalDate }

function changed({ loan, events, today }: Given, event: LoanEvent): LoanChange {
  const before = project(loan.terms, events, today)
  const after = project(loan.terms, [...events, event], today)
  refuseUnless(
    after.overpayment >= 0,
    'amount-mismatch',
    'Money already given back to the borrower would be missing.',
  )
  const summary = summaryOf(after)
  const lines = correction(before, after)
  return { loan: { ...loan, ...summary, version: event.seq }, event, before, after, lines }
}

/** Hands over what was accepted. Refuses an application in any other state; money leaves once. */
export function disburse(
  application: Application,
  product: LoanProduct,
  facts: { id: string; on: LocalDate; today: LocalDate; firstDueOn?: LocalDate | undefined },
): LoanChange & { application: Application } {
  refuseUnless(
    application.status !== 'disbursed',
    'already-disbursed',
    'This loan has been disbursed.',
  )
  const status = transition(APPLICATION, application.status, 'disbursed')
  notAhead(facts.on, facts.today, '/on')
  const terms: LoanTerms = {
    ...termsOf(product, {
      principal: application.approvedAmount ?? application.amount,
      instalments: application.approvedInstalments ?? application.instalments,
      disbursedOn: facts.on,
    }),
    ...(facts.firstDueOn ? { firstDueOn: afterwards(facts.firstDueOn, facts.on) } : {}),
  }
  const loan: Loan = {
    id: facts.id,
    lenderId: application.lenderId,
    origin: 'desk',
    applicationId: application.id,
    productId: application.productId,
    borrowerId: application.applicantId,
    groupId: application.groupId,
    officerId: application.officerId ?? application.recommendedBy,
    fundId: null,
    regionCode: null,
    principal: terms.principal,
    terms,
    basis: 'cash',
    accrued: ZERO,
    accruedOn: null,
    writtenOff: ZERO,
    recovered: ZERO,
    rescheduledOn: null,
    pausedUntil: null,
    effectiveRate: effectiveRateOf(terms),
    disbursedOn: facts.on,
    ...summaryOf(project(terms, [], facts.today)),
    version: 0,
  }
  const event = { kind: 'disbursed', seq: 1, on: facts.on } as const
  const change = changed({ loan, events: [], today: facts.today }, event)
  return { ...change, application: { ...application, status, version: application.version + 1 } }
}

type Payment = { amount: Amount; on: LocalDate; settles?: boolean }

/**
 * Records money received for the loan. It may be dated back, never ahead and never before the loan; what
 * is more than is owed becomes an overpayment, a liability to the borrower.
 */
export function repay(given: Given, { amount, on, settles }: Payment): LoanChange {
  notAhead(on, given.today, '/receivedOn')
  const { disbursedOn } = given.loan
  if (on < disbursedOn) {
    const detail = sentence(
      `Tidak sebelum pencairan pada ${disbursedOn}.`,
      `Not before the disbursement on ${disbursedOn}.`,
    )
    throw outside('/receivedOn', detail)
  }
  const event: Repaid = {
    kind: 'repaid',
    seq: given.loan.version + 1,
    on,
    amount,
    ...(settles ? { settles } : {}),
  }
  return changed(given, event)
}

/** Undoes a repayment that was never received or was wrong: the loan is replayed without it. */
export function reverseRepayment(given: Given, seq: number): LoanChange {
  const target = given.events.find((one) => one.seq === seq)
  if (target?.kind !== 'repaid') throw new Refusal('not-found', 'No such repayment.')
  const undone = given.events.some((one) => one.kind === 'reversed' && one.reverses === seq)
  refuseUnless(!undone, 'already-reversed', 'This repayment has been reversed already.')
  return changed(given, {
    kind: 'reversed',
    seq: given.loan.version + 1,
    on: given.today,
    reverses: seq,
  })
}

/** Gives back what was paid too much, at most all of it. */
export function refundOverpayment(given: Given, amount: Amount): LoanChange {
  refuseUnless(given.loan.overpayment > 0, 'nothing-due', 'Nothing was paid too much.')
  refuseUnless(
    amount <= given.loan.overpayment,
    'amount-mismatch',
    `At most ${given.loan.overpayment} was paid too much.`,
  )
  return changed(given, {
    kind: 'refunded',
    seq: given.loan.version + 1,
    on: given.today,
    amount,
  })
}

/** Refuses a day that is still to come, at its field. */
export function notAhead(on: LocalDate, today: LocalDate, pointer: string): void {
  if (on <= today) return
  throw outside(pointer, sentence('Hari ini belum tiba.', 'This day is still to come.'))
}

function afterwards(firstDueOn: LocalDate, on: LocalDate): LocalDate {
  if (firstDueOn > on) return firstDueOn
  const detail = sentence('Harus sesudah tanggal pencairan.', 'It lies after the disbursement.')
  throw outside('/firstDueOn', detail)
}

function outside(pointer: string, detail: Sentence): Refusal {
  return new Refusal('outside-limits', detail.en, { errors: [{ pointer, detail }] })
}
