/**
 * The dossier: what a reviewer needs on one page, gathered from the market, the lending desk and the
 * group. Facts, each with its source; no score decides.
 */
import { times, type Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  capacity,
  type Application,
} from '#worker/lending/applying/loan-applications/loan-application'
import {
  effectiveRateOf,
  termsOf,
  type LoanProduct,
} from '#worker/lending/offering/loan-products/loan-product'
import { schedule } from '#worker/lending/offering/schedules/schedule'

/** How often a period comes in a month, for comparing an instalment with a month's means. */
const A_MONTH = { month: 1, week: 52 / 12, day: 365 / 12 } as const

export type Means = {
  instalment: Amount
  effectiveAnnualRate: number
  capacity: { left: number; share: number | null }
}

/** What the loan would cost and weigh: as asked for, or as recommended once it is. */
export function means(application: Application, product: LoanProduct, on: LocalDate): Means {
  const terms = termsOf(product, {
    principal: application.approvedAmount ?? application.recommendedAmount ?? application.amount,
    instalments:
      application.approvedInstalments ??
      application.recommendedInstalments ??
      application.instalments,
    disbursedOn: on,
  })
  const { rows } = schedule(terms)
  const instalment = rows.reduce(
    (most, row) => (row.total > most ? row.total : most),
    rows[0]!.total,
  )
  const aMonth = Math.max(1, Math.round(A_MONTH[product.unit] / product.every))
  return {
    instalment,
    effectiveAnnualRate: effectiveRateOf(terms) / 100,
    capacity: capacity(application, times(instalment, aMonth)),
  }
}
