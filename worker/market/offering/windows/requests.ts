/** A selling window as it is asked for. */
import * as v from 'valibot'
import { moment } from '#worker/http/fields'

export const WindowRequest = v.object({
  opensAt: v.optional(v.nullable(moment()), null),
  closesAt: v.optional(v.nullable(moment()), null),
})
