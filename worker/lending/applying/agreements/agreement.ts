/**
 * The agreement as the borrower reads and accepts it: terms, schedule, effective rate, deductions line by
 * line, who stands for it, and its clauses. Its text is one and the same for the same facts of a day, so a
 * hash of it tells whether she accepted what she read; a loan is handed over by these terms and no others.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { subtract, sum, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { clausesOf, TEXT_VERSION } from '#worker/lending/applying/agreements/clauses'
import type { Clause } from '#worker/lending/applying/agreements/standing'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import { effectiveRateOf } from '#worker/lending/offering/loan-products/loan-product'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import { termsOf } from '#worker/lending/offering/loan-products/loan-product'
import { conditionsOf } from '#worker/lending/reviewing/reviews/judgement'
import { agreedShares, type Pledge } from '#worker/lending/applying/pledges/pledge'
import {
  schedule,
  type ScheduleRow,
  type Totals,
} from '#worker/lending/offering/schedules/schedule'
import { feeAmount, type LoanTerms } from '#worker/lending/offering/schedules/terms'

export type Deduction = { name: string; amount: Amount }
type Account = { bank: string; number: string; holder: string }

export type Agreement = {
  text: string
  /** Of the application. */
  code: string
  lender: string
  borrower: { name: string; kind: Application['borrowerKind']; organization: string | null }
  product: { name: string; version: number }
  account: Account | null
  shares: readonly { name: string; amount: Amount }[]
  guarantors: readonly { name: string; relation: string }[]
  /** In which parts it is handed over; none: whole. */
  tranches: readonly { amount: Amount; note: string }[]
  /** The day it is reckoned for. */
  on: LocalDate
  terms: LoanTerms
  instalment: Amount
  /** Percent a year. */
  effectiveAnnualRate: number
  deductions: readonly Deduction[]
  received: Amount
  rows: readonly ScheduleRow[]
  totals: Totals
  clauses: readonly Clause[]
}

type Names = { lenderName: string; productName: string; applicantName: string }
type Facts = {
  application: Application & Names & { groupName: string | null }
  product: LoanProduct
  pledges: readonly Pledge[]
  tranches: readonly { amount: Amount; note: string }[]
  account: Account | null
  on: LocalDate
}

/** What is kept back when the money is handed over, line by line. */
export function deductionsOf(terms: LoanTerms, names: readonly { name: string }[]): Deduction[] {
  return terms.fees.flatMap((fee, i) => {
    if (fee.kind !== 'atDisbursement' || !fee.deducted) return []
    return [{ name: names[i]?.name ?? '', amount: feeAmount(fee, terms.principal) }]
  })
}

/** The agreement about what was approved. Refuses an application of which nothing is. */
export function agreementOf(facts: Facts): Agreement {
  const { application, product, pledges, account, on } = facts
  const tranches = facts.tranches.map(({ amount, note }) => ({ amount, note }))
  const { approvedAmount: principal, approvedInstalments: count } = application
  if (application.status !== 'approved' || principal === null || count === null) {
    throw new Refusal('illegal-transition', 'Nothing waits to be accepted.')
  }
  const terms = termsOf(product, { principal, instalments: count, disbursedOn: on })
  const { rows, totals, instalment } = schedule(terms)
  const deductions = deductionsOf(terms, product.fees)
  const received = subtract(principal, sum(deductions.map((one) => one.amount)))
  const effectiveRate = effectiveRateOf(terms)
  const standing = {
    group: application.groupName,
    shares: agreedShares(pledges, principal).map(({ name, agreed }) => ({ name, amount: agreed! })),
    guarantors: pledges
      .filter((one) => one.kind === 'guarantee')
      .map(({ name, relation }) => ({ name, relation })),
    conditions: conditionsOf(application),
    tranches,
  }
  const [first, last] = [rows[0]!.dueOn, rows.at(-1)!.dueOn]
  const priced = { terms, effectiveRate, received, interest: totals.interest, first, last }
  return {
    text: TEXT_VERSION,
    code: application.code,
    lender: application.lenderName,
    borrower: {
      name: application.applicantName,
      kind: application.borrowerKind,
      organization: application.groupName,
    },
    product: { name: application.productName, version: application.productVersion },
    account,
    ...{ shares: standing.shares, guarantors: standing.guarantors, tranches },
    ...{ on, terms, instalment, effectiveAnnualRate: effectiveRate / 100 },
    ...{ deductions, received, rows, totals },
    clauses: clausesOf(priced, standing),
  }
}
