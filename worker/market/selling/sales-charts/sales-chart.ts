/**
 * Sales over time: completed orders by day, week (Monday to Sunday) or month, quiet ones as nothing. Amounts
 * are what the seller got for goods in rupiah, without shipping and before commission.
 */
import { addDays, addMonths, localDate, weekday, type LocalDate } from '#worker/kernel/calendar'

export const SPANS = { day: 30, week: 26, month: 12 } as const
export type Span = keyof typeof SPANS

export type DaySales = { day: LocalDate; orders: number; pieces: number; amount: number }
export type Bucket = { from: LocalDate; orders: number; pieces: number; amount: number }

/** The first day of the day, week or month in which this one lies. */
export function beginOf(day: LocalDate, by: Span): LocalDate {
  if (by === 'day') return day
  if (by === 'week') return addDays(day, -((weekday(day) + 6) % 7))
  return localDate(`${day.slice(0, 7)}-01`)
}

function before(from: LocalDate, by: Span, steps: number): LocalDate {
  if (by === 'month') return addMonths(from, -steps)
  return addDays(from, -steps * (by === 'week' ? 7 : 1))
}

/** The first day that a chart up to `until` shows. */
export function firstDay(until: LocalDate, by: Span): LocalDate {
  return before(beginOf(until, by), by, SPANS[by] - 1)
}

export function bucketsOf(rows: readonly DaySales[], until: LocalDate, by: Span): Bucket[] {
  const last = beginOf(until, by)
  const sold = new Map<LocalDate, Bucket>()
  for (let n = SPANS[by] - 1; n >= 0; n -= 1) {
    const from = before(last, by, n)
    sold.set(from, { from, orders: 0, pieces: 0, amount: 0 })
  }
  for (const row of rows) {
    const bucket = sold.get(beginOf(row.day, by))
    if (!bucket) continue
    bucket.orders += row.orders
    bucket.pieces += row.pieces
    bucket.amount += row.amount
  }
  return [...sold.values()]
}
