/**
 * What a loan would ask of somebody a month, before she applies: its largest instalment as a share of what
 * is left of her income. The figures are those a reviewer sees; they decide nothing.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { times, type Amount } from '#worker/kernel/money'
import { capacity } from '#worker/lending/applying/loan-applications/loan-application'
import { effectiveRateOf, termsOf } from '#worker/lending/offering/loan-products/loan-product'
import { withinLimits } from '#worker/lending/offering/loan-products/limits'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import { schedule } from '#worker/lending/offering/schedules/schedule'

/** How often a period comes in a month. */
const A_MONTH = { month: 1, week: 52 / 12, day: 365 / 12 } as const

type Wish = {
  principal: Amount
  instalments: number
  monthlyIncome: Amount
  monthlyCosts: Amount
}

export function carrying(product: LoanProduct, wish: Wish, on: LocalDate) {
  const { principal, instalments } = wish
  withinLimits(product, { amount: principal, instalments })
  const terms = termsOf(product, { principal, instalments, disbursedOn: on })
  const { rows, totals } = schedule(terms)
  const instalment = rows.reduce(
    (most, row) => (row.total > most ? row.total : most),
    rows[0]!.total,
  )
  const aMonth = times(instalment, Math.max(1, Math.round(A_MONTH[product.unit] / product.every)))
  return {
    ...{ instalment, aMonth, interest: totals.interest },
    effectiveAnnualRate: effectiveRateOf(terms) / 100,
    ...capacity(wish, aMonth),
  }
}
