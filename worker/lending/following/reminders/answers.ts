/** How reminders are answered: which are sent, and which were. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { STEPS } from '#worker/lending/following/reminders/ladder'
import type { SentRow } from '#worker/lending/following/reminders/queries'

export const ReminderRulesAnswer = v.strictObject({
  steps: v.array(v.strictObject({ step: v.picklist(STEPS), isSent: v.boolean() })),
})

export function describeRules(off: readonly string[]): v.InferOutput<typeof ReminderRulesAnswer> {
  return { steps: STEPS.map((step) => ({ step, isSent: !off.includes(step) })) }
}

const SentAnswer = v.strictObject({
  step: v.picklist(STEPS),
  /** The instalment it was about. */
  dueOn: v.string(),
  to: v.string(),
  sentAt: v.string(),
})
export type SentAnswer = v.InferOutput<typeof SentAnswer>
export const RemindersAnswer = pageOf(SentAnswer)

export function describeSent({ step, dueOn, personName, sentAt }: SentRow): SentAnswer {
  return { step: step as SentAnswer['step'], dueOn, to: personName, sentAt: instantText(sentAt) }
}
