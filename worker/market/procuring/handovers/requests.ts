/** What is sent, and what of it is accepted. */
import * as v from 'valibot'
import { count, date, text } from '#worker/http/fields'

const n = count(1, 50)

export const HandoverRequest = v.object({
  sentOn: date(),
  carrier: v.optional(text(80, 0), ''),
  note: v.optional(text(300, 0), ''),
  lines: v.pipe(
    v.array(v.object({ n, quantity: count(1, 999) })),
    v.minLength(1),
    v.maxLength(50),
    v.check((lines) => new Set(lines.map((one) => one.n)).size === lines.length),
  ),
})

export const ReceiptRequest = v.object({
  note: v.optional(text(500, 0), ''),
  lines: v.pipe(
    v.array(v.object({ n, accepted: count(0, 999), reason: v.optional(text(200, 0), '') })),
    v.minLength(1),
    v.maxLength(50),
  ),
})
