import * as v from 'valibot'
import { count, id, money } from '#worker/http/fields'

/** A whole percentage of what is earned, and what is hoped for a month. */
export const PayoutShareRequest = v.strictObject({
  enterpriseId: id(),
  percent: count(1, 50),
  floor: v.optional(money(0), 0),
  ahead: v.optional(v.boolean(), false),
})
