/** What sellers and buyers are both shown of a variant and of how a product is sold. */
import * as v from 'valibot'
import { NET_UNITS } from '#worker/market/offering/products/net-content'
import type { SaleTerms } from '#worker/market/offering/products/product'
import type { Particulars } from '#worker/market/offering/products/variant'
import { describeHours, Hours } from '#worker/market/offering/windows/answers'

export const ParticularsOfVariant = v.strictObject({
  values: v.pipe(v.array(v.string()), v.description('One for each option, in their order')),
  photoId: v.nullable(v.string()),
  size: v.nullable(
    v.strictObject({ lengthCm: v.number(), widthCm: v.number(), heightCm: v.number() }),
  ),
  net: v.nullable(v.strictObject({ quantity: v.number(), unit: v.picklist(NET_UNITS) })),
  tiers: v.pipe(
    v.array(v.strictObject({ fromQuantity: v.number(), price: v.number() })),
    v.description('From so many on, each costs this'),
  ),
})

export function describeParticulars({ values, photoId, size, net, tiers }: Particulars) {
  return {
    values: [...values],
    photoId,
    size: size && { lengthCm: size.lengthCm, widthCm: size.widthCm, heightCm: size.heightCm },
    net: net && { quantity: net.quantity, unit: net.unit },
    tiers: tiers.map(({ fromQuantity, price }) => ({ fromQuantity, price })),
  }
}

export const TermsOfSale = v.strictObject({
  madeToOrderDays: v.pipe(v.number(), v.description('0: it lies there; else days to make it')),
  availableFrom: v.pipe(
    v.nullable(v.string()),
    v.description('A pre-order is sent from this day on'),
  ),
  ...Hours.entries,
})

export function describeTerms(terms: SaleTerms) {
  const { madeToOrderDays, availableFrom } = terms
  return { madeToOrderDays, availableFrom, ...describeHours(terms) }
}
