/**
 * An order is one seller's part of a purchase: what she sold is frozen in it, and it has a life of its own.
 * Nothing is sent before it is paid; once something has left the seller it is no longer cancelled here.
 * An order completes when its buyer says so, or by the clock some days after it was sent or delivered.
 */
import { instant, type Instant } from '#worker/kernel/calendar'
import { add, subtract, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { CompletionDays } from '#worker/market/fulfilling/orders/completion-days'

export const ORDER_STATUSES = [
  'placed',
  'confirmed',
  'packed',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'expired',
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export const ORDER_TRANSITIONS: Transitions<OrderStatus> = {
  placed: ['confirmed', 'cancelled', 'expired'],
  confirmed: ['packed', 'cancelled'],
  packed: ['shipped', 'delivered', 'cancelled'],
  shipped: ['delivered', 'completed'],
  delivered: ['completed'],
  completed: [],
  cancelled: [],
  expired: [],
}

export type Order = {
  id: string
  code: string
  purchaseId: string
  enterpriseId: string
  status: OrderStatus
  /** The network holds, or has held, the buyer's money for it. */
  paid: boolean
  terms: 'prepaid' | 'cod' | 'invoice'
  delivery: 'courier' | 'pickup' | 'local'
  /** The courier's service that the buyer chose. */
  service: string | null
  pickupPlace: string | null
  goodsTotal: Amount
  shipping: Amount
  /** What the buyer does not pay, and the part of it that somebody else than the seller bears. */
  discount: Amount
  sponsored: Amount
  /** Included in the prices. */
  tax: Amount
  commission: Amount
  /** What the buyer pays: goods and shipping less the discount. */
  total: Amount
  /** Given back so far, or owed back: to the buyer, to sponsors, of the commission. */
  refunded: Amount
  sponsoredBack: Amount
  commissionBack: Amount
  /** Open returns and complaints; while there is one, nothing completes. */
  disputes: number
  weightGrams: number
  courier: string | null
  trackingNumber: string | null
  placedAt: Instant
  paidAt: Instant | null
  shipBy: Instant | null
  shippedAt: Instant | null
  deliveredAt: Instant | null
  /** When the clock completes it; null while it has not been sent. */
  completeAt: Instant | null
  completedAt: Instant | null
  cancelledAt: Instant | null
  /** The buyer has asked to cancel; unless the seller answers by then, it is granted. */
  cancelAskedAt: Instant | null
  cancelAnswerBy: Instant | null
  /** When the seller was reminded that she is late, and the buyer told that she may cancel. */
  lateToldAt: Instant | null
  /** The number of its last event. */
  version: number
}

const DAY = 24 * 60 * 60 * 1000
const daysAfter = (at: Instant, days: number) => instant(at + days * DAY)

function moved(order: Order, to: OrderStatus, change: Partial<Order> = {}): Order {
  const status = transition(ORDER_TRANSITIONS, order.status, to)
  return { ...order, ...change, status, version: order.version + 1 }
}

/** Whether the goods may move: the money is there, or is not awaited before them. */
export function mayMove({ paid, terms }: Pick<Order, 'paid' | 'terms'>): boolean {
  return paid || terms !== 'prepaid'
}

function refuseUnpaid(order: Order): void {
  refuseUnless(
    mayMove(order),
    'illegal-transition',
    'This order is not paid yet: wait for the money.',
  )
}

/** The seller takes it on. */
export function confirm(order: Order): Order {
  refuseUnpaid(order)
  return moved(order, 'confirmed')
}

export function pack(order: Order): Order {
  return moved(order, 'packed')
}

/** What is bought on an invoice completes when it is paid, not by the clock. */
const clockOf = ({ terms }: Order, at: Instant) => (terms === 'invoice' ? null : at)

export type Shipment = { courier: string; trackingNumber: string | null }

/** It has been handed to a courier. What is picked up is never shipped. */
export function ship(order: Order, given: Shipment, at: Instant, days: CompletionDays): Order {
  if (order.delivery === 'pickup') {
    throw new Refusal('illegal-transition', 'The buyer picks this order up; it is not shipped.')
  }
  const completeAt = clockOf(order, daysAfter(at, days.afterShipping))
  return moved(order, 'shipped', { ...given, shippedAt: at, completeAt })
}

/** It has arrived: the courier brought it, or the buyer took it at the pick-up place. */
export function deliver(order: Order, at: Instant, days: CompletionDays): Order {
  if (order.delivery !== 'pickup' && order.status === 'packed') {
    throw new Refusal('illegal-transition', 'This order has not been handed to a courier yet.')
  }
  const completeAt = clockOf(order, daysAfter(at, days.afterDelivery))
  return moved(order, 'delivered', { deliveredAt: at, completeAt })
}

/** What was held for the buyer becomes the seller's. */
export function complete(order: Order, at: Instant): Order {
  refuseUnpaid(order)
  refuseUnless(
    order.disputes === 0,
    'illegal-transition',
    'A return or a complaint is open: it completes once that is settled.',
  )
  refuseUnless(
    order.paid || order.terms !== 'invoice',
    'illegal-transition',
    'What is bought on an invoice completes when the invoice is paid.',
  )
  return moved(order, 'completed', { completedAt: at, completeAt: null })
}

/**
 * The seller cannot deliver. An unpaid order is left alone: its purchase lapses as a whole, so that its
 * total stays the sum of its orders while somebody may still be paying it.
 */
export function cancel(order: Order, at: Instant): Order {
  transition(ORDER_TRANSITIONS, order.status, 'cancelled')
  refuseUnless(
    mayMove(order),
    'illegal-transition',
    'Nobody has paid this yet; it lapses by itself.',
  )
  return moved(order, 'cancelled', {
    ...{ cancelledAt: at, completeAt: null, cancelAskedAt: null, cancelAnswerBy: null },
    ...(order.paid ? allBack(order) : {}),
  })
}

/** Nothing more will be sent, and the last of it has not left. */
export function isBeforeShipping({ status }: Pick<Order, 'status'>): boolean {
  return status === 'placed' || status === 'confirmed' || status === 'packed'
}

/** A buyer who wants to cancel is answered before anything leaves. */
export function refuseUnshippable(order: Order): void {
  if (order.delivery === 'pickup') {
    throw new Refusal('illegal-transition', 'The buyer picks this order up; it is not shipped.')
  }
  transition(ORDER_TRANSITIONS, order.status, 'shipped')
  refuseUnless(
    order.cancelAskedAt === null,
    'illegal-transition',
    'The buyer has asked to cancel: answer her first.',
  )
}

export function refuseUncancellable(order: Order): void {
  transition(ORDER_TRANSITIONS, order.status, 'cancelled')
  refuseUnpaid(order)
}

/** All its money went back after it had been sent: there is nothing left to complete. */
export function undo(order: Order, at: Instant): Order {
  return { ...order, status: 'cancelled', cancelledAt: at, completeAt: null }
}

/**
 * Bought on an invoice: the company has taken over all that it will get, whichever way it came. What was
 * delivered before stays as it is.
 */
export function takenOver(order: Order, at: Instant): Order {
  if (order.status === 'delivered' || order.status === 'completed') return order
  refuseUnless(
    ['confirmed', 'packed', 'shipped'].includes(order.status),
    'illegal-transition',
    'The seller has not taken this order on.',
  )
  return { ...order, status: 'delivered', deliveredAt: at, version: order.version + 1 }
}

/** Bought on an invoice: the last invoice is paid. */
export function paidByInvoices(order: Order, at: Instant): Order {
  return moved({ ...order, paid: true, paidAt: at }, 'completed', {
    completedAt: at,
    completeAt: null,
  })
}

/** All that has not gone back before: to the buyer, to sponsors, of the commission. */
function allBack({ total, sponsored, commission }: Order) {
  return { refunded: total, sponsoredBack: sponsored, commissionBack: commission }
}

/** What the network holds for a paid order until it completes: buyer's and sponsors', less what went back. */
export function heldOf(order: Order): Amount {
  return subtract(add(order.total, order.sponsored), add(order.refunded, order.sponsoredBack))
}

/** The commission that is left after refunds. */
export function commissionOf({ commission, commissionBack }: Order): Amount {
  return subtract(commission, commissionBack)
}

/** A guest with the code and her number sees an order for half a year after it is over, not for ever. */
export function isOpenToGuests(order: Order, now: Instant): boolean {
  const over = order.completedAt ?? order.cancelledAt
  return over === null || now < over + 180 * DAY
}
