/**
 * What speaks for an application: sales where consent opens them, how the borrower and those around her
 * have repaid this lender, what the instalment would weigh, and who went to see. All of it are facts of
 * the books; from them the facts of the scorecard are read.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import { loanEvent, type RecordedEvent } from '#worker/lending/servicing/loans/record'
import { means, type Means } from '#worker/lending/reviewing/reviews/dossier'
import { factsOf } from '#worker/lending/reviewing/reviews/facts'
import {
  repaymentRecord,
  type RepaymentRecord,
} from '#worker/lending/reviewing/reviews/repayment-record'
import {
  seasons,
  steadinessOf,
  variation,
  type Steadiness,
} from '#worker/lending/reviewing/reviews/steadiness'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'
import type { FactValues } from '#worker/lending/reviewing/scorecards/scorecard'

type Month = { month: string; orders: number; total: Amount }

/** The sales history as the market tells it over twelve months, and its months over two years. */
export type SalesTold = {
  monthsSelling: number
  completedOrders: number
  cancelledOrders: number
  buyers: number
  returningBuyers: number
  total: Amount
  medianMonth: Amount
  months: readonly Month[]
}

export type SalesEvidence = SalesTold & {
  variation: number | null
  steadiness: Steadiness | null
  seasons: { month: number; index: number }[] | null
}

export function salesEvidence(told: SalesTold, twoYears: readonly Month[]): SalesEvidence {
  const spread = variation(told.months)
  return {
    ...told,
    variation: spread,
    steadiness: spread === null ? null : steadinessOf(spread),
    seasons: seasons(twoYears),
  }
}

type Lent = { id: string; own: number; terms: string }
type EventOf = RecordedEvent & { subject: string }

export type Evidence = {
  means: Means
  sales: SalesEvidence | null
  record: RepaymentRecord
  around: RepaymentRecord
  facts: FactValues
}

type Gathered = {
  application: Application
  product: LoanProduct
  sales: SalesEvidence | null
  loans: readonly Lent[]
  events: readonly EventOf[]
  visits: number
}

export function evidenceOf(gathered: Gathered, on: LocalDate): Evidence {
  const { application, product, sales, loans, events, visits } = gathered
  const lent = (own: boolean) =>
    loans
      .filter((one) => (one.own === 1) === own)
      .map(({ id, terms }) => ({
        terms: JSON.parse(terms) as LoanTerms,
        events: events.filter((one) => one.subject === id).map(loanEvent),
      }))
  const weight = means(application, product, on)
  const record = repaymentRecord(lent(true), on)
  const around = repaymentRecord(lent(false), on)
  const facts = factsOf({ sales, capacity: weight.capacity, record, around, visits })
  return { means: weight, sales, record, around, facts }
}
