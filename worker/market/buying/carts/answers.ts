/** A cart as the API answers it: by seller, each line at today's price beside the price seen. */
import * as v from 'valibot'
import {
  availability,
  goodsTotal,
  lineTotal,
  linesOf,
  pieces,
  subtotal,
  weight,
  type Cart,
  type CartLine,
  type SellerPart,
} from '#worker/market/buying/carts/cart'

const Line = v.strictObject({
  variantId: v.string(),
  productId: v.string(),
  productSlug: v.string(),
  title: v.string(),
  variantName: v.string(),
  price: v.number(),
  priceSeen: v.pipe(v.number(), v.description('The price when this line was last touched')),
  quantity: v.number(),
  nextTier: v.pipe(
    v.nullable(v.strictObject({ fromQuantity: v.number(), price: v.number() })),
    v.description('From how many on each costs less'),
  ),
  stock: v.number(),
  availability: v.pipe(
    v.picklist(['available', 'short', 'gone']),
    v.description('short: less than the quantity is left; gone: not sold any more'),
  ),
  total: v.number(),
  weightGrams: v.number(),
  photoId: v.nullable(v.string()),
  photoColor: v.nullable(v.string()),
})

const Part = v.strictObject({
  enterpriseId: v.string(),
  slug: v.string(),
  name: v.string(),
  phone: v.string(),
  regencyName: v.string(),
  pickupPlace: v.nullable(v.string()),
  subtotal: v.number(),
  weightGrams: v.number(),
  lines: v.array(Line),
})

export const CartAnswer = v.strictObject({
  id: v.pipe(v.string(), v.description('The token of the cart, or `current`')),
  pieces: v.number(),
  goodsTotal: v.number(),
  ready: v.pipe(v.boolean(), v.description('Whether all of it can be bought as it is')),
  sellers: v.array(Part),
  saved: v.pipe(v.array(Line), v.description('Kept for later, not bought with the rest')),
})

export const LineAnswer = v.strictObject({
  variantId: v.string(),
  quantity: v.number(),
  pieces: v.pipe(v.number(), v.description('Pieces in the whole cart now')),
})

export function describeCart(id: string, cart: Cart): v.InferOutput<typeof CartAnswer> {
  const lines = linesOf(cart)
  return {
    id,
    pieces: pieces(cart),
    goodsTotal: goodsTotal(cart),
    ready: lines.length > 0 && lines.every((line) => availability(line) === 'available'),
    sellers: cart.parts.map(describePart),
    saved: (cart.saved ?? []).map(describeLine),
  }
}

function describePart(part: SellerPart): v.InferOutput<typeof Part> {
  return {
    enterpriseId: part.enterpriseId,
    slug: part.slug,
    name: part.name,
    phone: part.phone,
    regencyName: part.regencyName,
    pickupPlace: part.pickupPlace,
    subtotal: subtotal(part),
    weightGrams: weight(part),
    lines: part.lines.map(describeLine),
  }
}

function describeLine(line: CartLine): v.InferOutput<typeof Line> {
  const { onSale: _, categories: __, volumeCm3: ___, tiers, ...shown } = line
  const next = tiers.find((tier) => tier.fromQuantity > line.quantity) ?? null
  return { ...shown, nextTier: next, availability: availability(line), total: lineTotal(line) }
}
