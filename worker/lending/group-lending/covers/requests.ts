import * as v from 'valibot'
import { date, money } from '#worker/http/fields'

export const CoverRepaymentRequest = v.strictObject({
  amount: money(),
  /** The day she gave it back; today when left out. */
  paidOn: v.optional(date()),
})
