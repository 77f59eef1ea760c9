/**
 * A cart is what someone means to buy: variants and quantities, each variant once. Nothing in it is
 * reserved and no price in it is promised: every look shows today's price beside the one that was seen
 * when the line was last touched, and what has sold out or left the market meanwhile.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { add, sum, times, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { TierPrice } from '#worker/market/offering/products/tier-prices'

export const MOST_OF_ONE = 999
export const MOST_LINES = 100

export type Availability = 'available' | 'short' | 'gone'

export type CartLine = {
  variantId: string
  productId: string
  productSlug: string
  title: string
  variantName: string
  price: Amount
  /** The price when the line was last touched. */
  priceSeen: Amount
  quantity: number
  stock: number
  weightGrams: number
  /** Of one piece as packed; 0 where it is not known. */
  volumeCm3: number
  photoId: string | null
  photoColor: string | null
  /** The category of the product, then those it lies in. */
  categories: readonly string[]
  /** Where more of one variant cost less a piece, `price` is that of this quantity. */
  tiers: readonly TierPrice[]
  /** Whether the product is on sale, the variant not archived, and the selling windows open. */
  onSale: boolean
}

/** The seller of a part of the cart, as a buyer sees her. */
export type Seller = {
  enterpriseId: string
  slug: string
  name: string
  phone: string
  regencyName: string
  pickupPlace: string | null
  /** From which day on she charges value-added tax; null where she does not. */
  pkpSince: LocalDate | null
}

export type SellerPart = Seller & { lines: readonly CartLine[] }

/** Empty when nobody has put anything into it. What is `saved` waits and is not bought with the rest. */
export type Cart = { parts: readonly SellerPart[]; saved?: readonly CartLine[] }

export const EMPTY: Cart = { parts: [] }

/** `short`: there is less than she asks for, maybe nothing. `gone`: it is not sold any more. */
export function availability({ onSale, stock, quantity }: CartLine): Availability {
  if (!onSale) return 'gone'
  return stock < quantity ? 'short' : 'available'
}

export function lineTotal({ price, quantity }: CartLine): Amount {
  return times(price, quantity)
}

/** Goods of a part at today's prices, without what is not sold any more. */
export function subtotal({ lines }: SellerPart): Amount {
  return sum(lines.filter((line) => line.onSale).map(lineTotal))
}

/** The weight of a part in grams, without what is not sold any more. */
export function weight({ lines }: SellerPart): number {
  return lines
    .filter((line) => line.onSale)
    .reduce((grams, line) => grams + line.weightGrams * line.quantity, 0)
}

/** What a part is to a courier, without what is not sold any more. */
export function parcel(part: SellerPart): { grams: number; cm3: number } {
  const cm3 = part.lines
    .filter((line) => line.onSale)
    .reduce((volume, line) => volume + line.volumeCm3 * line.quantity, 0)
  return { grams: weight(part), cm3 }
}

export function goodsTotal({ parts }: Cart): Amount {
  return parts.map(subtotal).reduce(add, ZERO)
}

export function linesOf({ parts }: Cart): CartLine[] {
  return parts.flatMap((part) => [...part.lines])
}

/** Pieces, for the number beside the basket. */
export function pieces(cart: Cart): number {
  return linesOf(cart).reduce((count, line) => count + line.quantity, 0)
}

export type Variant = { stock: number; onSale: boolean }

/** Refuses a line that could not be bought as it stands, so that a basket is not filled in vain. */
export function refuseUnbuyable(variant: Variant, quantity: number): void {
  refuseUnless(variant.onSale, 'product-unavailable', 'This is not for sale at the moment.')
  refuseUnless(quantity <= MOST_OF_ONE, 'outside-limits', `A line holds ${MOST_OF_ONE} at most.`)
  if (quantity > variant.stock) {
    throw new Refusal('insufficient-stock', 'There is not that much left.', {
      facts: { stock: variant.stock, quantity },
    })
  }
}
