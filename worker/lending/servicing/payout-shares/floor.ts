/**
 * What a share of sales should bring in a month at least. Where a whole month brought less, with all else
 * that was paid in it, the borrower is asked for the rest in cash, kindly and once: never for more than is
 * due, never at night. The month in which she agreed does not count, since it was not a whole one.
 */
import {
  addDays,
  dateIn,
  instant,
  localDate,
  startOfDay,
  type Instant,
  type LocalDate,
  type Zone,
} from '#worker/kernel/calendar'
import { subtract, ZERO, type Amount } from '#worker/kernel/money'
import type { PayoutShare } from '#worker/lending/servicing/payout-shares/payout-share'

const HOUR = 3_600_000
const OPENS = 8
const CLOSES = 19

/** '2026-11', from its first day until the first of the next. */
export type Month = { name: string; from: LocalDate; until: LocalDate }

export const monthOf = (day: LocalDate): string => day.slice(0, 7)

/** The month before the one of that day. */
export function monthBefore(today: LocalDate): Month {
  const until = localDate(`${monthOf(today)}-01`)
  const name = monthOf(addDays(until, -1))
  return { name, from: localDate(`${name}-01`), until }
}

type Brought = {
  /** All that was paid of the loan in the month, from sales or otherwise. */
  paid: Amount
  /** What may be asked of the loan now. */
  asked: Amount
}

/** The share with that month held against its floor, and what is still missing of it. */
export function heldAgainstFloor(
  share: PayoutShare,
  { name }: Month,
  { paid, asked }: Brought,
): PayoutShare {
  const missing = paid >= share.floor ? ZERO : subtract(share.floor, paid)
  const floorShort = missing < asked ? missing : asked
  return { ...share, floorMonth: name, floorShort, version: share.version + 1 }
}

/** Now by day, the next morning by night. */
export function kindHour(zone: Zone, now: Instant): Instant {
  const today = dateIn(zone, now)
  const opens = startOfDay(today, zone) + OPENS * HOUR
  if (now < opens) return instant(opens)
  const closed = startOfDay(today, zone) + CLOSES * HOUR
  return now < closed ? now : instant(startOfDay(addDays(today, 1), zone) + OPENS * HOUR)
}
