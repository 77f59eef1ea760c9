/** What a buyer sends when she places a purchase. */
import * as v from 'valibot'
import { id, money, text } from '#worker/http/fields'
import { Email, PersonName, Phone } from '#worker/identity/requests'
import { isVillageCode } from '#worker/market/buying/shipping/area'
import { says } from '#worker/http/language'
import { PAYMENT_METHODS } from '#worker/market/buying/purchases/purchase'
import { plainCode } from '#worker/market/buying/vouchers/voucher'

const CartId = v.optional(
  v.pipe(v.string(), v.maxLength(60), v.description('Token of a cart, or `current`')),
  'current',
)

const Deliveries = v.pipe(
  v.array(
    v.object({
      enterpriseId: id(),
      delivery: v.picklist(['courier', 'pickup', 'local']),
      service: v.pipe(
        v.optional(v.pipe(v.string(), v.maxLength(40))),
        v.description('The code of a service; without it the cheapest'),
      ),
    }),
  ),
  v.maxLength(100),
)

const Codes = v.pipe(
  v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.transform(plainCode), v.minLength(1), v.maxLength(24))),
      v.maxLength(5, says('Paling banyak lima voucher.', 'Five vouchers at most.')),
      v.transform((codes) => [...new Set(codes)]),
    ),
    [],
  ),
  v.description('Codes of vouchers'),
)

export const Address = v.object({
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
  cartId: CartId,
  buyer: v.object({
    name: PersonName,
    phone: Phone,
    email: v.optional(v.nullable(Email), null),
  }),
  address: v.pipe(
    v.optional(v.nullable(Address), null),
    v.description('Not needed when everything is picked up'),
  ),
  saveAddress: v.pipe(
    v.optional(v.boolean(), false),
    v.description('Whether to keep the address in the book of who is signed in'),
  ),
  deliveries: Deliveries,
  vouchers: Codes,
  method: v.optional(v.picklist(PAYMENT_METHODS), 'transfer'),
  expected: v.pipe(
    v.object({
      goodsTotal: money(0),
      shippingTotal: money(0),
      discountTotal: v.optional(money(0), 0),
    }),
    v.description('The totals the buyer was shown'),
  ),
})

export type PlacingInput = v.InferOutput<typeof PlacingRequest>

/** What a cart would cost. */
export const QuoteRequest = v.object({
  cartId: CartId,
  areaCode: v.optional(v.nullable(v.pipe(v.string(), v.guard(isVillageCode))), null),
  deliveries: Deliveries,
  vouchers: Codes,
  phone: v.pipe(
    v.optional(v.nullable(Phone), null),
    v.description('Of the buyer, to count her uses of a voucher'),
  ),
})
