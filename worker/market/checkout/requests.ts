/** What a buyer sends when she places a purchase. */
import * as v from 'valibot'
import { id, money, text } from '#worker/http/fields'
import { Email, PersonName, Phone } from '#worker/identity/requests'
import { isVillageCode } from '#worker/market/shipping/area'
import { says } from '#worker/http/language'

const Address = v.object({
  street: text(200, 5),
  areaCode: v.pipe(
    v.string(),
    v.guard(
      isVillageCode,
      says('Pilih alamat sampai desa atau kelurahan.', 'Choose the address down to the village.'),
    ),
    v.description('Kemendagri code of a village: 32.06.34.2002'),
  ),
  postalCode: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(\d{5})?$/, says('Kode pos lima angka.', 'A postal code has five digits.')),
    ),
    '',
  ),
  note: v.optional(text(300, 0), ''),
})

export const PlacingRequest = v.object({
  cartId: v.optional(
    v.pipe(v.string(), v.maxLength(60), v.description('Token of a cart, or `current`')),
    'current',
  ),
  buyer: v.object({
    name: PersonName,
    phone: Phone,
    email: v.optional(v.nullable(Email), null),
  }),
  address: v.pipe(
    v.optional(v.nullable(Address), null),
    v.description('Not needed when everything is picked up'),
  ),
  deliveries: v.pipe(
    v.array(v.object({ enterpriseId: id(), delivery: v.picklist(['courier', 'pickup']) })),
    v.maxLength(100),
  ),
  expected: v.pipe(
    v.object({ goodsTotal: money(0), shippingTotal: money(0) }),
    v.description('The totals the buyer was shown'),
  ),
})

export type PlacingInput = v.InferOutput<typeof PlacingRequest>
