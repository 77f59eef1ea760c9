/**
 * Reminders of an invoice that is not paid: three days before it is due, on the day, and three, seven and
 * fourteen days after. Each is sent once; of those that were missed only the last one is.
 */
import { addDays, daysBetween, type LocalDate } from '#worker/kernel/calendar'

export const REMINDED_AFTER = [-3, 0, 3, 7, 14] as const

/** The day of the first reminder that is still to come after `today`; null when none is. */
export function nextReminder(dueOn: LocalDate, today: LocalDate): LocalDate | null {
  const next = REMINDED_AFTER.find((days) => addDays(dueOn, days) > today)
  return next === undefined ? null : addDays(dueOn, next)
}

export type Reminder = { stage: number; days: number }

/** Which reminder is due today: the latest whose day has come. */
export function reminderOn(dueOn: LocalDate, today: LocalDate): Reminder | null {
  const late = daysBetween(dueOn, today)
  const stage = REMINDED_AFTER.findLastIndex((days) => days <= late)
  return stage < 0 ? null : { stage: stage + 1, days: REMINDED_AFTER[stage]! }
}
