import * as v from 'valibot'
import { money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'

const area = v.pipe(
  v.string(),
  v.regex(
    /^\d{2}(\.\d{2})?$/,
    says('Kode provinsi atau kabupaten, seperti 32 atau 32.06.', 'A province or regency: 32.06.'),
  ),
)

export const CodTermsRequest = v.object({
  offered: v.boolean(),
  most: v.pipe(
    money(),
    v.check(
      (most) => most <= 10_000_000,
      says('Paling banyak Rp 10.000.000.', 'Rp 10,000,000 at most.'),
    ),
  ),
  areas: v.pipe(v.array(area), v.maxLength(60)),
})

export const DoorRefusalRequest = v.object({ reason: text(200, 3) })
