/** What may be asked of an order. */
import * as v from 'valibot'
import { count, text } from '#worker/http/fields'
import { says } from '#worker/http/language'

const phone = v.pipe(
  v.string(),
  v.maxLength(40),
  v.description('The number the buyer ordered with; needed by a guest on another device'),
)

export const ShownQuery = v.object({ phone: v.optional(phone) })

export const tracking = v.pipe(
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

/** Pieces of lines, by the numbers of the lines. */
export const pieces = v.pipe(
  v.array(v.strictObject({ n: count(1, 100), quantity: count(1, 999) })),
  v.minLength(1, says('Pilih sedikitnya satu barang.', 'Choose at least one piece.')),
  v.maxLength(100),
)

export const ShipmentRequest = v.object({
  courier: text(40),
  service: v.optional(v.nullable(text(40)), null),
  trackingNumber: v.optional(v.nullable(tracking), null),
  lines: v.pipe(
    v.optional(pieces),
    v.description('What is in the parcel; all that is left unless named'),
  ),
})

export const CancellationRequest = v.object({ reason: text(200, 3) })
