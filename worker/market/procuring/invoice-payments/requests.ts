/** What the treasurer says of money that came for an invoice. */
import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'

export const PaymentRequest = v.object({
  amount: money(),
  receivedOn: date(),
  reference: v.optional(text(120, 0), ''),
  otherAmount: v.pipe(
    v.optional(v.boolean(), false),
    v.description('It is not what is missing, and is what came: what does not pay waits'),
  ),
})

export const AssignmentRequest = v.object({
  items: v.pipe(
    v.array(id()),
    v.minLength(1),
    v.maxLength(20),
    v.description('Of suspense, taken in this order until what is due is reached'),
  ),
})

export const LineRequest = v.object({ line: id() })
