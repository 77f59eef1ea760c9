/**
 * Placing a purchase: what lies in the cart becomes one order per seller, with price, shipping, commission
 * and address frozen. The server's prices win; where they are not those the buyer was shown, she is shown
 * the new ones instead (`price-changed`). Amounts are rupiah, weights grams.
 */
import { add, sum, ZERO, type Amount, type Bps } from '#worker/kernel/money'
import type { Instant } from '#worker/kernel/calendar'
import type { Random } from '#worker/kernel/id'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { availability, linesOf, type Cart, type CartLine } from '#worker/market/carts/cart'
import type { VillageCode } from '#worker/market/shipping/area'
import type { Tariff } from '#worker/market/shipping/tariff'
import { orderOf, type Delivery, type PlacedOrder } from '#worker/market/checkout/placed-order'
import { expiryOf, MOST_OPEN, type Purchase } from '#worker/market/purchases/purchase'
import { freeCode } from '#worker/market/checkout/unique-code'

export type Address = {
  street: string
  areaCode: VillageCode
  areaText: string
  postalCode: string
  note: string
}

export type Wish = {
  buyer: { name: string; phone: string; email: string | null }
  /** None is needed when everything is picked up. */
  address: Address | null
  deliveries: readonly { enterpriseId: string; delivery: Delivery }[]
  /** The totals she was shown. */
  expected: { goodsTotal: Amount; shippingTotal: Amount }
}

export type Facts = {
  cart: Cart
  tariffs: Readonly<Record<string, readonly Tariff[]>>
  /** Unpaid purchases that this buyer has open. */
  open: number
  /** Totals of open purchases, among which no second one may be. */
  takenTotals: readonly number[]
  commission: Bps
}

export type Maker = {
  purchaseId: string
  code: string
  personId: string | null
  cartHash: string
  locale: 'id' | 'en'
  now: Instant
  random: Random
  newId: () => string
}

export type Placed = { purchase: Purchase; orders: readonly PlacedOrder[] }

export function place(wish: Wish, facts: Facts, maker: Maker): Placed {
  refuseUnbuyable(facts.cart)
  const orders = facts.cart.parts.map((part, i) => orderOf(part, { wish, facts, maker, n: i + 1 }))
  const goodsTotal = sum(orders.map((order) => order.goodsTotal))
  const shippingTotal = sum(orders.map((order) => order.shipping))
  refuseOtherPrices(wish, facts.cart, { goodsTotal, shippingTotal })
  if (facts.open >= MOST_OPEN) {
    throw new Refusal('holds-exceeded', `Pay or cancel one first: ${MOST_OPEN} wait to be paid.`, {
      facts: { open: facts.open, most: MOST_OPEN },
    })
  }
  const base = add(goodsTotal, shippingTotal)
  const uniqueCode = freeCode(base, facts.takenTotals, maker.random)
  const purchase = { ...headOf(wish, maker), goodsTotal, shippingTotal, uniqueCode }
  return { purchase: { ...purchase, total: add(base, uniqueCode) }, orders }
}

/** The same purchase under another code, after someone else took its total first. */
export function withOtherCode(placed: Placed, taken: readonly number[], random: Random): Placed {
  const { purchase, orders } = placed
  const base = add(purchase.goodsTotal, purchase.shippingTotal)
  const uniqueCode = freeCode(base, taken, random)
  return { purchase: { ...purchase, uniqueCode, total: add(base, uniqueCode) }, orders }
}

function headOf({ buyer, address }: Wish, maker: Maker) {
  return {
    id: maker.purchaseId,
    code: maker.code,
    personId: maker.personId,
    organizationId: null,
    cartHash: maker.cartHash,
    locale: maker.locale,
    buyerName: buyer.name,
    buyerPhone: buyer.phone,
    buyerEmail: buyer.email,
    street: address?.street ?? '',
    areaCode: address?.areaCode ?? '',
    areaText: address?.areaText ?? '',
    postalCode: address?.postalCode ?? '',
    note: address?.note ?? '',
    discountTotal: ZERO,
    taxTotal: ZERO,
    method: 'transfer' as const,
    status: 'pending' as const,
    placedAt: maker.now,
    expiresAt: expiryOf(maker.now),
    settledAt: null,
    proofAt: null,
    version: 1,
  }
}

function refuseUnbuyable(cart: Cart): void {
  const lines = linesOf(cart)
  refuseUnless(lines.length > 0, 'cart-empty', 'There is nothing in this basket.')
  const gone = lines.filter((line) => availability(line) === 'gone')
  if (gone.length > 0) {
    throw new Refusal('product-unavailable', 'Some of it is not for sale any more.', {
      facts: { lines: gone.map(named) },
    })
  }
  const short = lines.filter((line) => availability(line) === 'short')
  if (short.length > 0) {
    throw new Refusal('insufficient-stock', 'There is not that much left of some of it.', {
      facts: { lines: short.map(named) },
    })
  }
}

const named = ({ variantId, title, variantName, stock, quantity }: CartLine) => ({
  variantId,
  title,
  variantName,
  stock,
  quantity,
})

type Totals = { goodsTotal: Amount; shippingTotal: Amount }

function refuseOtherPrices({ expected }: Wish, cart: Cart, now: Totals): void {
  const same =
    expected.goodsTotal === now.goodsTotal && expected.shippingTotal === now.shippingTotal
  if (same) return
  const changed = linesOf(cart).filter((line) => line.price !== line.priceSeen)
  throw new Refusal('price-changed', 'It costs something else than you were shown.', {
    facts: {
      goodsTotal: now.goodsTotal,
      shippingTotal: now.shippingTotal,
      lines: changed.map((line) => ({
        variantId: line.variantId,
        title: line.title,
        seen: line.priceSeen,
        price: line.price,
      })),
    },
  })
}
