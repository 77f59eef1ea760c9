/**
 * Calendar dates of the proleptic Gregorian calendar, years 1 to 9999, and the three Indonesian
 * zones, which have no summer time. A due date is a LocalDate; an Instant is UTC milliseconds.
 * Dates are counted as days since 1970-01-01 by integer arithmetic (H. Hinnant's days_from_civil),
 * without Date, so that a rule gives the same answer wherever and whenever it runs.
 */

declare const brand: unique symbol

/** A real day, written 'YYYY-MM-DD'; such texts sort as the days do. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [brand]: 'Instant' }

/** WIB, WITA, WIT. */
export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const HOURS_AHEAD: Record<Zone, number> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => (n < 10 ? `0${n}` : `${n}`))

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Month 1 is January. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: LocalDate): number {
  return (date.charCodeAt(5) - 48) * 10 + date.charCodeAt(6) - 48
}

export function dayOf(date: LocalDate): number {
  return (date.charCodeAt(8) - 48) * 10 + date.charCodeAt(9) - 48
}

export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = text as LocalDate
  const day = dayOf(date)
  return yearOf(date) >= 1 && day >= 1 && day <= daysInMonth(yearOf(date), monthOf(date))
}

export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

function written(year: number, month: number, day: number): LocalDate {
  if (year < 1 || year > 9999) throw new RangeError(`a date outside the years 1 to 9999: ${year}`)
  const century = TWO_DIGITS[Math.floor(year / 100)]
  return `${century}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}` as LocalDate
}

/** Days since 1970-01-01. The year is counted from March, so that the leap day comes last. */
export function dayNumber(date: LocalDate): number {
  const month = monthOf(date)
  const year = yearOf(date) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOf(date) - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468
}

export function dateOfDayNumber(day: number): LocalDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return written(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/**
 * The anchor day is kept where the month has it and clamped where it has not: from 31 January,
 * one, two and three months on are 28 February, 31 March and 30 April. A caller that walks month
 * by month passes the first date's day as the anchor, so nothing drifts.
 */
export function addMonths(date: LocalDate, months: number, anchorDay = dayOf(date)): LocalDate {
  const counted = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(counted / 12)
  const month = counted - year * 12 + 1
  return written(year, month, Math.min(anchorDay, daysInMonth(year, month)))
}

/** Negative when `to` is the earlier day. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 is Sunday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

/** Negative, zero or positive, as sorting wants it. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`)
  return milliseconds as Instant
}

/** How far ahead of UTC the zone's clocks are, in milliseconds, all year round. */
export function offsetOf(zone: Zone): number {
  return HOURS_AHEAD[zone] * HOUR
}

/** The calendar day that it is in the zone at that instant. */
export function dateIn(zone: Zone, at: Instant): LocalDate {
  return dateOfDayNumber(Math.floor((at + HOURS_AHEAD[zone] * HOUR) / DAY))
}

/** The instant at which that day begins in the zone. */
export function startOfDay(date: LocalDate, zone: Zone): Instant {
  return instant(dayNumber(date) * DAY - HOURS_AHEAD[zone] * HOUR)
}

/** The day as it is written in Indonesia: 16/11/2026. */
export function dayText(date: LocalDate): string {
  return date.split('-').toReversed().join('/')
}
