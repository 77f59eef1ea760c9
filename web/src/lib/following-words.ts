/** How promises and reminders are said, in the reader's language. */
import { m } from '#lib/paraglide/messages.js'
import type { PromiseState } from '#worker/lending/following/promises/promise'
import type { Step } from '#worker/lending/following/reminders/ladder'
import type { Tone } from '#lib/status.ts'

const STEPS: Record<Step, () => string> = {
  before: m.following_step_before,
  'on-day': m.following_step_on_day,
  'late-3': m.following_step_late_3,
  'late-7': m.following_step_late_7,
  'late-14': m.following_step_late_14,
  'late-30': m.following_step_late_30,
}

export const stepName = (step: Step): string => STEPS[step]()

const STATES: Record<PromiseState, { words: () => string; tone: Tone }> = {
  open: { words: m.following_promise_open, tone: 'warn' },
  kept: { words: m.following_promise_kept, tone: 'good' },
  broken: { words: m.following_promise_broken, tone: 'bad' },
}

export const promiseState = (state: PromiseState) => ({
  words: STATES[state].words(),
  tone: STATES[state].tone,
})
