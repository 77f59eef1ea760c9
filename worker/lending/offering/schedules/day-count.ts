/**
 * How many days a period bears interest for, and which part of a year that is, as an exact
 * fraction. 30/360 is ISDA 2006 4.16(f), "bond basis"; actual/actual is ISDA 4.16(b): days in leap
 * years over 366 plus the other days over 365. A period begins on `from` and ends before `to`.
 */

import { dayOf, daysBetween, isLeapYear, localDate, monthOf, yearOf } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import type { DayCount } from '#worker/lending/offering/schedules/terms'

/** What `partOfYear` is over. 365 × 366 makes both kinds of years whole numbers. */
export const YEAR: Record<DayCount, number> = {
  '30/360': 360,
  'actual/360': 360,
  'actual/365': 365,
  'actual/actual': 365 * 366,
}

function thirtyDayMonths(from: LocalDate, to: LocalDate): number {
  const firstDay = Math.min(dayOf(from), 30)
  const lastDay = firstDay === 30 ? Math.min(dayOf(to), 30) : dayOf(to)
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  return months * 30 + lastDay - firstDay
}

/** The days that the convention counts: of a month always 30, or those that really passed. */
export function countedDays(dayCount: DayCount, from: LocalDate, to: LocalDate): number {
  return dayCount === '30/360' ? thirtyDayMonths(from, to) : daysBetween(from, to)
}

/** Those days of the period that lie in leap years. */
export function daysInLeapYears(from: LocalDate, to: LocalDate): number {
  let days = 0
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (!isLeapYear(year)) continue
    const begin = localDate(`${String(year).padStart(4, '0')}-01-01`)
    const first = begin > from ? begin : from
    const after = year === yearOf(to) ? daysBetween(begin, to) : 366
    days += after - daysBetween(begin, first)
  }
  return days
}

/** The numerator of the part of a year that the period is; the denominator is YEAR. */
export function partOfYear(dayCount: DayCount, from: LocalDate, to: LocalDate): number {
  const days = countedDays(dayCount, from, to)
  if (dayCount !== 'actual/actual') return days
  const leapDays = daysInLeapYears(from, to)
  return leapDays * 365 + (days - leapDays) * 366
}
