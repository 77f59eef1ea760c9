/** What the pages of a book's statements have in common: the months asked for. */
import { addMonths, localDate } from '#worker/kernel/calendar'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

function monthIn(url: URL, name: string): string | undefined {
  const written = url.searchParams.get(name) ?? ''
  return MONTH.test(written) ? written : undefined
}

/** The months in the address; this year up to this month when none is written. */
export function monthsIn(url: URL, today: string) {
  const last = today.slice(0, 7)
  const until = monthIn(url, 'until') ?? last
  const from = monthIn(url, 'from') ?? `${until.slice(0, 4)}-01`
  return from <= until ? { from, until } : { from: until, until }
}

/** Ways to the spans that are asked for most. */
export function usualMonths(today: string) {
  const year = Number(today.slice(0, 4))
  const month = today.slice(0, 7)
  const before = addMonths(localDate(`${month}-01`), -1).slice(0, 7)
  return {
    thisMonth: `?from=${month}&until=${month}`,
    thisYear: `?from=${year}-01&until=${month}`,
    lastYear: `?from=${year - 1}-01&until=${year - 1}-12`,
    lastMonth: `?from=${before}&until=${before}`,
  }
}
