/**
 * Placing a purchase: what lies in the cart becomes one order per seller, with price, shipping, commission
 * and address frozen. The server's prices win; where they are not those the buyer was shown, she is shown
 * the new ones instead (`price-changed`). Amounts are rupiah, weights grams.
 */
import { add, ZERO, type Amount } from '#worker/kernel/money'
import { instant, type Instant } from '#worker/kernel/calendar'
import type { Random } from '#worker/kernel/id'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { availability, linesOf, type Cart, type CartLine } from '#worker/market/buying/carts/cart'
import { METHODS } from '#worker/market/buying/checkout/methods'
import { orderOf, type PlacedOrder } from '#worker/market/buying/checkout/placed-order'
import {
  pricedOrders,
  totalsOf,
  type Pricing,
  type Totals,
} from '#worker/market/buying/checkout/priced-order'
import type { DeliveryWish } from '#worker/market/buying/checkout/travel'
import { freeCode } from '#worker/market/buying/checkout/unique-code'
import {
  MOST_OPEN,
  type PaymentMethod,
  type Purchase,
} from '#worker/market/buying/purchases/purchase'
import type { VillageCode } from '#worker/market/buying/shipping/area'

export type Address = {
  street: string
  areaCode: VillageCode
  areaText: string
  postalCode: string
  note: string
}

/** The totals a buyer was shown; a discount only where one was. */
export type Expected = { goodsTotal: Amount; shippingTotal: Amount; discountTotal?: Amount }

export type Wish = {
  buyer: { name: string; phone: string; email: string | null }
  /** None is needed when everything is picked up. */
  address: Address | null
  deliveries: readonly DeliveryWish[]
  /** Codes of vouchers, plain. */
  vouchers: readonly string[]
  method: PaymentMethod
  expected: Expected
}

export type Facts = Pricing & {
  /** Unpaid purchases that this buyer has open. */
  open: number
  /** Totals of open purchases, among which no second one may be. */
  takenTotals: readonly number[]
  /** What may be paid by here. */
  methods: readonly PaymentMethod[]
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
  const { method } = wish
  refuseUnless(
    facts.methods.includes(method),
    'method-unavailable',
    'This cannot be paid this way here.',
  )
  const area = wish.address?.areaCode ?? null
  const priced = pricedOrders({ ...wish, area }, facts)
  const totals = totalsOf(priced)
  refuseOtherPrices(wish, facts.cart, totals)
  if (facts.open >= MOST_OPEN) {
    throw new Refusal('holds-exceeded', `Pay or cancel one first: ${MOST_OPEN} wait to be paid.`, {
      facts: { open: facts.open, most: MOST_OPEN },
    })
  }
  const { terms } = METHODS[method]
  const orders = priced.map((one, i) => orderOf(one, { maker, terms, n: i + 1 }))
  const purchase = { ...headOf(wish, maker), ...totals, uniqueCode: ZERO }
  return withOtherCode({ purchase, orders }, facts.takenTotals, maker.random)
}

/** The purchase under a code that is free; another one after someone else took its total first. */
export function withOtherCode(placed: Placed, taken: readonly number[], random: Random): Placed {
  const { purchase, orders } = placed
  if (!METHODS[purchase.method].hasCode) return placed
  const base = (purchase.total - purchase.uniqueCode) as Amount
  const uniqueCode = freeCode(base, taken, random)
  return { purchase: { ...purchase, uniqueCode, total: add(base, uniqueCode) }, orders }
}

function headOf({ buyer, address, method }: Wish, maker: Maker) {
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
    method,
    status: METHODS[method].terms === 'prepaid' ? ('pending' as const) : ('accepted' as const),
    placedAt: maker.now,
    expiresAt: instant(maker.now + METHODS[method].heldMs),
    settledAt: null,
    proofAt: null,
    version: 1,
  }
}

/** Refuses a cart of which something cannot be bought as it lies there. */
export function refuseUnbuyable(cart: Cart): void {
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

function refuseOtherPrices({ expected }: Wish, cart: Cart, now: Totals): void {
  const { goodsTotal, shippingTotal, discountTotal = ZERO } = expected
  const same =
    goodsTotal === now.goodsTotal &&
    shippingTotal === now.shippingTotal &&
    // What needs no code may help a buyer who was not told of it; nobody pays more than she was shown.
    discountTotal <= now.discountTotal
  if (same) return
  const changed = linesOf(cart).filter((line) => line.price !== line.priceSeen)
  throw new Refusal('price-changed', 'It costs something else than you were shown.', {
    facts: {
      goodsTotal: now.goodsTotal,
      shippingTotal: now.shippingTotal,
      discountTotal: now.discountTotal,
      lines: changed.map((line) => ({
        variantId: line.variantId,
        title: line.title,
        seen: line.priceSeen,
        price: line.price,
      })),
    },
  })
}
