/**
 * When instalments are due. Every so many days or weeks they follow one another evenly; every so
 * many months they keep one day of the month: that of the agreed first due date, or without one
 * that of the disbursement. Short months clamp it and nothing drifts: a loan of 31 January is due
 * on 28 February, 31 March, 30 April. Moving off a day off moves that one date alone.
 */

import { addDays, addMonths, daysBetween, weekday } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import type { DaysOff, LoanTerms } from '#worker/lending/schedules/terms'

export interface DueDates {
  readonly dueOn: readonly LocalDate[]
  /** Days that pass from the date before, the disbursement being the one before the first. */
  readonly days: readonly number[]
}

type Timetable = Pick<
  LoanTerms,
  'instalments' | 'every' | 'unit' | 'disbursedOn' | 'firstDueOn' | 'daysOff'
>

function periodsAfter(date: LocalDate, periods: number, { unit, every }: Timetable): LocalDate {
  if (unit === 'month') return addMonths(date, periods * every)
  return addDays(date, periods * every * (unit === 'week' ? 7 : 1))
}

/** Due date of the n-th instalment before days off are considered. */
function evenDate(n: number, timetable: Timetable): LocalDate {
  const { firstDueOn, disbursedOn } = timetable
  if (firstDueOn === undefined) return periodsAfter(disbursedOn, n, timetable)
  return periodsAfter(firstDueOn, n - 1, timetable)
}

/** Whether the first instalment comes exactly one period after the disbursement. */
export function startsEvenly(timetable: Timetable): boolean {
  return evenDate(1, timetable) === periodsAfter(timetable.disbursedOn, 1, timetable)
}

function offDay(date: LocalDate, { weekdays, holidays }: DaysOff): boolean {
  return weekdays.includes(weekday(date)) || holidays.includes(date)
}

function freeDay(date: LocalDate, daysOff: DaysOff): LocalDate {
  if (new Set(daysOff.weekdays).size >= 7) throw new RangeError('every day of the week is off')
  let free = date
  while (offDay(free, daysOff)) free = addDays(free, 1)
  return free
}

function reckon(timetable: Timetable): DueDates {
  const { daysOff, instalments } = timetable
  const dueOn: LocalDate[] = []
  const days: number[] = []
  let before = timetable.disbursedOn
  for (let n = 1; n <= instalments; n++) {
    const even = evenDate(n, timetable)
    const date = daysOff === undefined ? even : freeDay(even, daysOff)
    dueOn.push(date)
    days.push(daysBetween(before, date))
    before = date
  }
  return { dueOn, days }
}

function isSame(a: Timetable, b: Timetable): boolean {
  return (
    a.instalments === b.instalments &&
    a.every === b.every &&
    a.unit === b.unit &&
    a.firstDueOn === b.firstDueOn &&
    a.daysOff === b.daysOff
  )
}

/** The last dates reckoned for a day of disbursement: portfolios ask for the same ones a lot. */
const reckoned = new Map<LocalDate, { timetable: Timetable; dates: DueDates }>()
const REMEMBERED = 1000

export function dueDates(timetable: Timetable): DueDates {
  const known = reckoned.get(timetable.disbursedOn)
  if (known !== undefined && isSame(known.timetable, timetable)) return known.dates
  const dates = reckon(timetable)
  if (reckoned.size >= REMEMBERED) reckoned.clear()
  reckoned.set(timetable.disbursedOn, { timetable, dates })
  return dates
}
