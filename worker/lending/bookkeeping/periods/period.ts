/**
 * Months of a lender's book are closed one after the other once they have ended, several at once if it was
 * forgotten; afterwards no entry is dated in them: what is found later is booked on the day it is found. The
 * year is the calendar's. With December the year ends: what was earned and spent moves into retained
 * earnings, so that the new year begins with nothing. Interest that is income as it is earned is in the
 * books before a month is closed: where some is missing the closing waits until the clock has brought it in.
 */
import { addMonths, localDate, type LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import type { Posting } from '#worker/ledger/entry'
import { yearClosed, type Closing } from '#worker/ledger/posting-rules/books'

/** The subject of a book's events; the lender has events of its own. */
export const bookHistory = (lenderId: string) => `book/${lenderId}`

/** `2026-11`. */
export type Month = string

export type Kept = {
  /** The last closed month, if any is. */
  closedThrough: Month | null
  /** The month of the first entry, if there is any. */
  begins: Month | null
  /** The month whose closing waits for interest, if one does. */
  closing: Month | null
}

export const monthOfDay = (day: LocalDate): Month => day.slice(0, 7)
export const monthAfter = (month: Month, by = 1): Month =>
  addMonths(localDate(`${month}-01`), by).slice(0, 7)
export const lastDayOf = (month: Month): LocalDate => addMonths(localDate(`${month}-01`), 0, 31)

/** The day on which something of that day is booked: today, where its month has been closed meanwhile. */
export function dayToBook(
  on: LocalDate,
  { closedThrough, today }: Pick<Kept, 'closedThrough'> & { today: LocalDate },
): LocalDate {
  return closedThrough !== null && monthOfDay(on) <= closedThrough ? today : on
}

/** The months that may be closed now: those that have ended, up to the end of a year that is still open. */
export function closable({ closedThrough, begins }: Kept, today: LocalDate): Month[] {
  if (begins === null) return []
  const first = closedThrough === null ? begins : monthAfter(closedThrough)
  const months: Month[] = []
  for (let month = first; month < monthOfDay(today); month = monthAfter(month)) {
    months.push(month)
    if (month.endsWith('-12')) break
  }
  return months
}

/** The months that closing this one closes; refuses one that has not ended or whose year must end first. */
export function close(kept: Kept, month: Month, today: LocalDate): Month[] {
  if (kept.closing !== null && kept.closing !== month) {
    throw new Refusal('illegal-transition', 'The closing of another month is under way.', {
      facts: { closing: kept.closing },
    })
  }
  if (kept.closedThrough !== null && month <= kept.closedThrough) {
    throw new Refusal('period-closed', 'This month is closed.')
  }
  const months = closable(kept, today)
  if (!months.includes(month)) {
    throw new Refusal('illegal-transition', 'This month cannot be closed yet.', {
      facts: { closable: months },
    })
  }
  return months.slice(0, months.indexOf(month) + 1)
}

/**
 * To the end of which of these months interest is brought in next: the first that ends after what is behind
 * the most, so that each month bears its own.
 */
export function accruedNext(months: readonly Month[], behindSince: LocalDate): LocalDate {
  const month = months.find((one) => lastDayOf(one) > behindSince)
  return lastDayOf(month ?? monthOfDay(behindSince))
}

/** What ends the year in the books; none where the month ends none, or nothing was earned or spent. */
export function yearEnd(
  book: string,
  month: Month,
  { id, balances }: { id: string; balances: readonly Closing[] },
): Posting | null {
  const moved = balances.filter((one) => one.debit !== 0)
  if (!month.endsWith('-12') || moved.length === 0) return null
  const on = lastDayOf(month)
  return yearClosed({ book, on }, { id, year: month.slice(0, 4), balances: moved })
}
