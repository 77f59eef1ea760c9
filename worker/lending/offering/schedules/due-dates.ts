/**
 * When instalments are due. Every so many days or weeks they follow one another evenly; every so
 * many months they keep one day of the month: that of the agreed first due date, or without one
 * that of the disbursement. Short months clamp it and nothing drifts: a loan of 31 January is due
 * on 28 February, 31 March, 30 April. Moving off a day off moves that one date alone.
 */

import { addDays, addMonths, dayOf, daysBetween, weekday } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import type { DaysOff, LoanTerms } from '#worker/lending/offering/schedules/terms'

export interface DueDates {
  readonly dueOn: readonly LocalDate[]
  /** Days that pass from the date before, the disbursement being the one before the first. */
  readonly days: readonly number[]
  /** By how many units each was put off, where any was. */
  readonly moved?: readonly number[]
}

type Timetable = Pick<
  LoanTerms,
  'instalments' | 'every' | 'unit' | 'disbursedOn' | 'firstDueOn' | 'daysOff' | 'dueDay'
>

type Rhythm = Pick<Timetable, 'unit' | 'every' | 'dueDay'>

/** So many units later; months keep the day of the month, or the one that was agreed. */
export function unitsAfter(date: LocalDate, units: number, { unit, dueDay }: Rhythm): LocalDate {
  if (unit === 'month') return addMonths(date, units, dueDay)
  return addDays(date, units * (unit === 'week' ? 7 : 1))
}

function periodsAfter(date: LocalDate, periods: number, rhythm: Rhythm): LocalDate {
  return unitsAfter(date, periods * rhythm.every, rhythm)
}

/** Due date of the n-th instalment, put off by so many units, before days off are considered. */
function evenDate(n: number, timetable: Timetable, moved = 0): LocalDate {
  const { firstDueOn, disbursedOn, every } = timetable
  if (firstDueOn === undefined) return unitsAfter(disbursedOn, n * every + moved, timetable)
  return unitsAfter(firstDueOn, (n - 1) * every + moved, timetable)
}

/** The day on which a period of the full length that ends with the date begins. */
export function periodBefore(date: LocalDate, rhythm: Rhythm): LocalDate {
  return periodsAfter(date, -1, rhythm)
}

/** The day of the month that due dates keep; undefined where they follow one another by days. */
export function dueDayOf({ unit, dueDay, firstDueOn, disbursedOn }: Timetable): number | undefined {
  return unit === 'month' ? (dueDay ?? dayOf(firstDueOn ?? disbursedOn)) : undefined
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

/** The dates from the index on put off by so many units more; the ones before stay. */
export function putOff(
  timetable: Timetable,
  dates: DueDates,
  by: { readonly from: number; readonly units: number },
): DueDates {
  const moved = dates.dueOn.map(
    (_, index) => (dates.moved?.[index] ?? 0) + (index < by.from ? 0 : by.units),
  )
  const { daysOff, disbursedOn } = timetable
  const dueOn = moved.map((units, index) => {
    const even = evenDate(index + 1, timetable, units)
    return daysOff === undefined ? even : freeDay(even, daysOff)
  })
  const days = dueOn.map((date, index) => daysBetween(dueOn[index - 1] ?? disbursedOn, date))
  return { dueOn, days, moved }
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
    a.dueDay === b.dueDay &&
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
