/** What may be asked of an order. */
import * as v from 'valibot'
import { date, text } from '#worker/http/fields'
import { says } from '#worker/http/language'

const phone = v.pipe(
  v.string(),
  v.maxLength(40),
  v.description('The number the buyer ordered with; needed by a guest on another device'),
)

export const ShownQuery = v.object({ phone: v.optional(phone) })

const tracking = v.pipe(
  v.string(says('Tulis nomor resi.', 'Write the tracking number.')),
  v.trim(),
  v.toUpperCase(),
  v.regex(
    /^[A-Z0-9][A-Z0-9./-]{2,39}$/,
    says(
      'Huruf dan angka seperti tercetak di resi.',
      'Letters and digits, as printed on the receipt.',
    ),
  ),
)

export const ShipmentRequest = v.object({
  courier: text(40),
  trackingNumber: v.optional(v.nullable(tracking), null),
})

export const CancellationRequest = v.object({ reason: text(200, 3) })

export const CompletionRequest = v.object({ phone: v.optional(phone) })

export const RefundRequest = v.object({ reference: text(60, 3), sentOn: date() })
