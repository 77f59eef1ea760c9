/**
 * The dozen facts of a scorecard from what a dossier holds. Where there is no consent to see sales, no
 * earlier loan or no group the fact is unknown; savings and training are not recorded in the network
 * yet, so they are unknown to everybody.
 */
import type { RepaymentRecord } from '#worker/lending/reviewing/reviews/repayment-record'
import type { FactValues } from '#worker/lending/reviewing/scorecards/scorecard'

/** Nothing is left after costs: worse than any share of it. */
const NOTHING_LEFT = 1000

export type Known = {
  /** With consent, over twelve months. */
  sales: {
    monthsSelling: number
    completedOrders: number
    cancelledOrders: number
    buyers: number
    returningBuyers: number
    variation: number | null
  } | null
  capacity: { left: number; share: number | null }
  record: RepaymentRecord
  /** Of those around: the groups of a person, the members of a group. */
  around: RepaymentRecord
  visits: number
}

const percent = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part * 100) / whole)

export function factsOf({ sales, capacity, record, around, visits }: Known): FactValues {
  const orders = sales ? sales.completedOrders + sales.cancelledOrders : 0
  return {
    'months-selling': sales?.monthsSelling ?? null,
    'completed-orders': sales?.completedOrders ?? null,
    cancellations: sales && percent(sales.cancelledOrders, orders),
    'repeat-buyers': sales && percent(sales.returningBuyers, sales.buyers),
    steadiness: sales?.variation ?? null,
    capacity: Math.min(NOTHING_LEFT, capacity.share ?? NOTHING_LEFT),
    'on-time': record.share,
    'worst-late': record.worstLate,
    'group-record': around.share,
    visits,
    savings: null,
    training: null,
  }
}
