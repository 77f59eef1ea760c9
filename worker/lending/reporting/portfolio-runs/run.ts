/**
 * How far the daily count of a lender's portfolio has come. It goes loan by loan in the order of their ids,
 * a page at a time. Days on which nothing counted are not made up afterwards; a count that was broken off
 * is begun anew once its day has passed, since loans have moved on.
 */
import { addDays, type LocalDate } from '#worker/kernel/calendar'

export type Run = {
  lenderId: string
  dueOn: LocalDate
  day: LocalDate | null
  /** The last loan that was looked at; null before the first page and after the last. */
  after: string | null
  page: number
}

export type Begun = Run & { day: LocalDate; after: string; fresh: boolean }

export function begin(run: Run, today: LocalDate): Begun {
  const { day, after } = run
  if (day === today && after !== null) return { ...run, day, after, fresh: false }
  return { ...run, day: today, after: '', page: 0, fresh: true }
}

/** After a page that ended with a loan, or with none where it was the last. */
export function movedOn({ fresh: _, ...run }: Begun, last: string | null): Run {
  const dueOn = last === null ? addDays(run.day, 1) : run.day
  return { ...run, after: last, dueOn, page: last === null ? 0 : run.page + 1 }
}
