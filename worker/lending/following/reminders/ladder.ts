/**
 * The ladder of reminders: three days before an instalment, on its day, then 3, 7, 14 and 30 days late,
 * kind first, firmer later. It follows the oldest unpaid instalment, one at a time; after its last step a
 * person speaks. Nothing goes out from eight in the evening to eight in the morning of the network's
 * zone, nor on a Sunday. Of steps that were missed only the last is sent.
 */
import { addDays, dateIn, offsetOf, weekday, type LocalDate } from '#worker/kernel/calendar'
import type { Instant, Zone } from '#worker/kernel/calendar'

export const STEPS = ['before', 'on-day', 'late-3', 'late-7', 'late-14', 'late-30'] as const
export type Step = (typeof STEPS)[number]

const AFTER: Readonly<Record<Step, number>> = {
  before: -3,
  'on-day': 0,
  'late-3': 3,
  'late-7': 7,
  'late-14': 14,
  'late-30': 30,
}

const HOUR_MS = 3_600_000
const OPENS = 8
const CLOSES = 20
const SUNDAY = 0
const WEEK = 7

/** Whether nobody may be disturbed now. */
export function isQuiet(zone: Zone, at: Instant): boolean {
  const hour = Math.floor((at + offsetOf(zone)) / HOUR_MS) % 24
  return hour < OPENS || hour >= CLOSES || weekday(dateIn(zone, at)) === SUNDAY
}

export type Rhythm = { every: number; unit: 'day' | 'week' | 'month' }

/** Whoever pays each few days needs no word before each of them. */
export function stepsOf({ every, unit }: Rhythm): readonly Step[] {
  return unit === 'day' && every < WEEK ? STEPS.filter((step) => AFTER[step] > 0) : STEPS
}

export type Standing = {
  dueOn: LocalDate
  rhythm: Rhythm
  /** The steps that were sent for this instalment, and those the lender has switched off. */
  sent: readonly string[]
  off: readonly string[]
  /** Till when the loan is paused or a promise runs. */
  restsUntil: LocalDate | null
}

/** What is sent today, if anything, and when the loan is looked at again: never, after the last step. */
export function reminderOf(
  { dueOn, rhythm, sent, off, restsUntil }: Standing,
  today: LocalDate,
): { step: Step | null; again: LocalDate | null } {
  if (restsUntil !== null && restsUntil >= today) {
    return { step: null, again: addDays(restsUntil, 1) }
  }
  const steps = stepsOf(rhythm).map((step) => ({ step, on: addDays(dueOn, AFTER[step]) }))
  const step = steps.findLast(({ on }) => on <= today)?.step ?? null
  const again = steps.find(({ on }) => on > today)?.on ?? null
  const isDone = step === null || sent.includes(step) || off.includes(step)
  return { step: isDone ? null : step, again }
}
