/**
 * A purchase is one checkout: a buyer, an address, and one order for each seller. Its total is exactly the
 * sum of its orders and the unique code. The goods are held from placing until it is settled, or until
 * it lapses (expires, or is cancelled by its buyer), when they are given back once.
 */
import type { Instant } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { StockChange } from '#worker/market/offering/products/stock'

export const PURCHASE_STATES = [
  'pending',
  'settled',
  'expired',
  'cancelled',
  'failed',
  'accepted',
] as const
export type PurchaseStatus = (typeof PURCHASE_STATES)[number]

export const PURCHASE_TRANSITIONS: Transitions<PurchaseStatus> = {
  pending: ['settled', 'expired', 'cancelled', 'failed'],
  settled: [],
  // Nothing is awaited before the goods move: paid on delivery, or on an invoice's terms.
  accepted: ['settled'],
  expired: [],
  cancelled: [],
  failed: [],
}

const HOUR = 60 * 60 * 1000
/** How long goods are held for a bank transfer. */
export const HOLD_MS = 24 * HOUR
/** How many unpaid purchases a buyer may have open at once. */
export const MOST_OPEN = 5

export const PAYMENT_METHODS = ['transfer', 'qris', 'cod', 'midtrans', 'xendit', 'invoice'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export type Purchase = {
  id: string
  code: string
  personId: string | null
  /** The company that buys. */
  organizationId: string | null
  /** The cart it was placed from. */
  cartHash: string | null
  locale: 'id' | 'en'
  buyerName: string
  buyerPhone: string
  buyerEmail: string | null
  street: string
  areaCode: string
  areaText: string
  postalCode: string
  note: string
  goodsTotal: Amount
  shippingTotal: Amount
  /** What vouchers and free shipping take off, over all orders. */
  discountTotal: Amount
  /** Included in the prices. */
  taxTotal: Amount
  uniqueCode: Amount
  total: Amount
  method: PaymentMethod
  status: PurchaseStatus
  placedAt: Instant
  expiresAt: Instant
  settledAt: Instant | null
  proofAt: Instant | null
  /** The number of its last event. */
  version: number
}

/** What a purchase needs to know of each of its orders. */
export type OrderOf = {
  id: string
  code: string
  enterpriseId: string
  status: string
  total: Amount
  version: number
}

/** What an order holds of a variant until it is paid for or given back. */
export type Held = { orderId: string; variantId: string; productId: string; quantity: number }

export type Lapsed<Order extends OrderOf = OrderOf> = {
  purchase: Purchase
  /** Those that ended now; one that was cancelled before is not among them. */
  orders: readonly Order[]
  givenBack: readonly StockChange[]
}

const ENDED = new Set(['cancelled', 'expired'])

/** The purchase ends unpaid: its orders end with it and what they held is given back. */
export function lapse<Order extends OrderOf>(
  to: 'expired' | 'cancelled',
  given: { purchase: Purchase; orders: readonly Order[]; held: readonly Held[] },
): Lapsed<Order> {
  const { purchase, orders, held } = given
  const status = transition(PURCHASE_TRANSITIONS, purchase.status, to)
  const ending = orders.filter((order) => !ENDED.has(order.status))
  const ids = new Set(ending.map((order) => order.id))
  return {
    purchase: { ...purchase, status, version: purchase.version + 1 },
    orders: ending.map((order) => ({ ...order, status, version: order.version + 1 })),
    givenBack: held
      .filter(({ orderId }) => ids.has(orderId))
      .map(({ variantId, productId, quantity }) => ({ variantId, productId, by: quantity })),
  }
}

/** What shows that a purchase is hers: her session, the cart it came from, her telephone number. */
export type Credentials = {
  personId: string | null
  cartHash: string | null
  phone: string | null
}

export function mayRead(purchase: Purchase, shown: Credentials): boolean {
  const own = shown.personId !== null && shown.personId === purchase.personId
  const placed = shown.cartHash !== null && shown.cartHash === purchase.cartHash
  return own || placed || (shown.phone !== null && shown.phone === purchase.buyerPhone)
}
