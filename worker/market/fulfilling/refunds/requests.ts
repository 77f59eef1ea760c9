/** What may be asked about refunds. */
import * as v from 'valibot'
import { date, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { pieces } from '#worker/market/fulfilling/orders/requests'

export const RefundsQuery = v.object({ after: after([v.string()]), limit })

export const TransferRequest = v.object({ reference: text(60, 3), sentOn: date() })

export const GivingUpRequest = v.object({ lines: pieces, reason: text(200, 3) })

const digits = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/[\s.-]/g, '')),
  v.regex(
    /^\d{5,20}$/,
    says('Tulis nomor rekening, angka saja.', 'The account number, digits only.'),
  ),
)

export const RefundAccountRequest = v.object({
  bank: text(60, 2),
  number: digits,
  holder: text(80, 2),
})

/** How much: everything, these pieces, or an amount; all it is about unless said otherwise. */
export const refundAsk = v.optional(
  v.union([
    v.strictObject({ whole: v.literal(true) }),
    v.strictObject({ lines: pieces }),
    v.strictObject({ amount: money() }),
  ]),
)
