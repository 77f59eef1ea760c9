/** What may be asked about returns. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { pieces, tracking } from '#worker/market/fulfilling/orders/requests'
import { RETURN_KINDS } from '#worker/market/fulfilling/returns/return'

export const ReturnRequest = v.object({
  kind: v.picklist(RETURN_KINDS),
  reason: text(500, 5),
  lines: pieces,
})

export const ReturnAnswerRequest = v.variant('accepted', [
  v.object({
    accepted: v.literal(true),
    shippingBy: v.pipe(
      v.optional(v.picklist(['buyer', 'seller'])),
      v.description('Who pays for the way back; who is at fault unless said otherwise'),
    ),
    answer: v.optional(v.nullable(text(500)), null),
  }),
  v.object({ accepted: v.literal(false), answer: text(500, 5) }),
])

export const SendingRequest = v.object({
  courier: text(40),
  trackingNumber: v.optional(v.nullable(tracking), null),
})

export const ReceiptRequest = v.object({
  restock: v.pipe(v.boolean(), v.description('It is as it was and goes back on the shelf')),
})
