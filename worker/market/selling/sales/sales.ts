/**
 * The sales history of an enterprise as a lender reads it: facts of the market, month by month, without
 * a buyer's name. Handed to the lending desk as plain values, and only with consent.
 */
import type { Amount } from '#worker/kernel/money'

export type SalesMonth = { month: string; orders: number; total: Amount }

export type SalesHistory = {
  /** Months with at least one completed order. */
  monthsSelling: number
  completedOrders: number
  cancelledOrders: number
  buyers: number
  returningBuyers: number
  total: Amount
  /** Median of a month's sales over the months shown, quiet months counted as zero. */
  medianMonth: Amount
  months: readonly SalesMonth[]
}

type Facts = { completed: number; cancelled: number; buyers: number; returning: number }

/** The last `span` months up to and including `last` ('2026-11'), quiet ones as zero. */
export function salesHistory(
  rows: readonly SalesMonth[],
  facts: Facts,
  { last, span }: { last: string; span: number },
): SalesHistory {
  const sold = new Map(rows.map((row) => [row.month, row]))
  const months = monthsBefore(last, span).map(
    (month) => sold.get(month) ?? { month, orders: 0, total: 0 as Amount },
  )
  const totals = months.map((one) => one.total).sort((a, b) => a - b)
  return {
    monthsSelling: months.filter((one) => one.orders > 0).length,
    completedOrders: facts.completed,
    cancelledOrders: facts.cancelled,
    buyers: facts.buyers,
    returningBuyers: facts.returning,
    total: totals.reduce((sum, one) => (sum + one) as Amount, 0 as Amount),
    medianMonth: median(totals),
    months,
  }
}

export function monthsBefore(last: string, span: number): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number)
  return Array.from({ length: span }, (_, i) => {
    const index = year * 12 + (month - 1) - (span - 1 - i)
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

function median(sorted: readonly Amount[]): Amount {
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle]!
  return Math.floor(((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2) as Amount
}
