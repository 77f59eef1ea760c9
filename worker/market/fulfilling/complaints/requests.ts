/** What may be asked about complaints. */
import * as v from 'valibot'
import { count, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { COMPLAINT_KINDS, OUTCOMES } from '#worker/market/fulfilling/complaints/complaint'
import { pieces, tracking } from '#worker/market/fulfilling/orders/requests'
import { refundAsk } from '#worker/market/fulfilling/refunds/requests'

export const ComplaintsQuery = v.object({ after: after([v.number(), v.string()]), limit })

export const ComplaintRequest = v.object({
  kind: v.picklist(COMPLAINT_KINDS),
  text: text(1000, 5),
  parcel: v.pipe(v.optional(count(1, 999)), v.description('Which parcel did not arrive')),
  returned: v.pipe(v.optional(count(1, 999)), v.description('Which refused return it is about')),
})

export const MessageRequest = v.object({ body: text(1000, 1) })

export const ConcessionRequest = v.object({ reason: text(500, 3), ask: refundAsk })

export const DecisionRequest = v.object({
  outcome: v.picklist(OUTCOMES),
  reason: text(1000, 5),
  ask: refundAsk,
})

export const ReplacementRequest = v.object({
  courier: text(40),
  trackingNumber: v.optional(v.nullable(tracking), null),
  lines: v.optional(pieces),
})
