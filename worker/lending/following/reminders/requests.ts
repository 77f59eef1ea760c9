import * as v from 'valibot'
import { STEPS } from '#worker/lending/following/reminders/ladder'

/** The steps that are not sent. */
export const ReminderRulesRequest = v.strictObject({
  off: v.pipe(v.array(v.picklist(STEPS)), v.maxLength(STEPS.length)),
})
