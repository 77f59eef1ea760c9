/**
 * An order is one seller's part of a purchase: what she sold is frozen in it, and it has a life of its own.
 * Nothing is sent before it is paid; once something has left the seller it is no longer cancelled here.
 * An order completes when its buyer says so, or by the clock some days after it was sent or delivered.
 */
import { instant, type Instant } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { CompletionDays } from '#worker/market/orders/completion-days'

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
  paid: boolean
  delivery: 'courier' | 'pickup'
  pickupPlace: string | null
  goodsTotal: Amount
  shipping: Amount
  commissionBps: number
  commission: Amount
  total: Amount
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
  /** The number of its last event. */
  version: number
}

const DAY = 24 * 60 * 60 * 1000
const daysAfter = (at: Instant, days: number) => instant(at + days * DAY)

function moved(order: Order, to: OrderStatus, change: Partial<Order> = {}): Order {
  const status = transition(ORDER_TRANSITIONS, order.status, to)
  return { ...order, ...change, status, version: order.version + 1 }
}

function refuseUnpaid(order: Order): void {
  refuseUnless(order.paid, 'illegal-transition', 'This order is not paid yet: wait for the money.')
}

/** The seller takes it on. */
export function confirm(order: Order): Order {
  refuseUnpaid(order)
  return moved(order, 'confirmed')
}

export function pack(order: Order): Order {
  return moved(order, 'packed')
}

export type Shipment = { courier: string; trackingNumber: string | null }

/** It has been handed to a courier. What is picked up is never shipped. */
export function ship(order: Order, given: Shipment, at: Instant, days: CompletionDays): Order {
  if (order.delivery === 'pickup') {
    throw new Refusal('illegal-transition', 'The buyer picks this order up; it is not shipped.')
  }
  const completeAt = daysAfter(at, days.afterShipping)
  return moved(order, 'shipped', { ...given, shippedAt: at, completeAt })
}

/** It has arrived: the courier brought it, or the buyer took it at the pick-up place. */
export function deliver(order: Order, at: Instant, days: CompletionDays): Order {
  if (order.delivery === 'courier' && order.status === 'packed') {
    throw new Refusal('illegal-transition', 'This order has not been handed to a courier yet.')
  }
  const completeAt = daysAfter(at, days.afterDelivery)
  return moved(order, 'delivered', { deliveredAt: at, completeAt })
}

/** What was held for the buyer becomes the seller's. */
export function complete(order: Order, at: Instant): Order {
  refuseUnpaid(order)
  return moved(order, 'completed', { completedAt: at, completeAt: null })
}

/**
 * The seller cannot deliver. An unpaid order is left alone: its purchase lapses as a whole, so that its
 * total stays the sum of its orders while somebody may still be paying it.
 */
export function cancel(order: Order, at: Instant): Order {
  transition(ORDER_TRANSITIONS, order.status, 'cancelled')
  refuseUnless(order.paid, 'illegal-transition', 'Nobody has paid this yet; it lapses by itself.')
  return moved(order, 'cancelled', { cancelledAt: at, completeAt: null })
}

/** Money of the buyer's that the network still holds for this order. */
export function isHeld({ paid, status }: Pick<Order, 'paid' | 'status'>): boolean {
  return paid && status !== 'completed' && status !== 'cancelled'
}

/** A guest with the code and her number sees an order for half a year after it is over, not for ever. */
export function isOpenToGuests(order: Order, now: Instant): boolean {
  const over = order.completedAt ?? order.cancelledAt
  return over === null || now < over + 180 * DAY
}
