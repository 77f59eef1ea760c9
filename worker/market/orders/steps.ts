/**
 * The steps in the life of an order, each with all that follows from it: the event that says so, stock
 * given back, money moved, people told. Whoever takes a step (seller, buyer, operator, the clock), all of
 * it is committed together.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { Posting } from '#worker/ledger/entry'
import {
  orderCompleted,
  orderCompletedOnDelivery,
  orderRefundDue,
  refundSent,
  type Sponsor,
} from '#worker/ledger/posting-rules/sales'
import type { CompletionDays } from '#worker/market/orders/completion-days'
import * as messages from '#worker/market/orders/messages'
import * as life from '#worker/market/orders/order'
import type { Order, Shipment } from '#worker/market/orders/order'
import type { StockChange } from '#worker/market/products/stock'
import type { Message } from '#worker/outbox/message'
import { sentence } from '#worker/kernel/sentence'

/** What a step is decided from. */
export type Facts = {
  order: Order
  told: messages.Told
  lines: readonly { variantId: string; productId: string; quantity: number }[]
  /** Who bears what part of its discount in the seller's place. */
  sponsors: readonly Sponsor[]
  /** The operator's book, and the day on which money moves in it. */
  book: string
  on: LocalDate
  at: Instant
  days: CompletionDays
}

export type Step = {
  order: Order
  event: { type: string; data?: Readonly<Record<string, unknown>> }
  messages: readonly Message[]
  stock?: readonly StockChange[]
  posting?: Posting
}

export function confirming({ order, told }: Facts): Step {
  const after = life.confirm(order)
  const said = [messages.confirmedMessage(after, told)]
  return { order: after, event: { type: 'confirmed' }, messages: said }
}

export function packing({ order, told }: Facts): Step {
  const after = life.pack(order)
  const said = [messages.packedMessage(after, told)]
  return { order: after, event: { type: 'packed' }, messages: said }
}

export function shipping({ order, told, at, days }: Facts, shipment: Shipment): Step {
  const after = life.ship(order, shipment, at, days)
  const said = [messages.shippedMessage(after, told)]
  return { order: after, event: { type: 'shipped', data: shipment }, messages: said }
}

export function delivering({ order, told, at, days }: Facts): Step {
  const after = life.deliver(order, at, days)
  const said = [messages.deliveredMessage(after, told, days)]
  return { order: after, event: { type: 'delivered' }, messages: said }
}

export function completing(facts: Facts, by: 'buyer' | 'clock'): Step {
  const { order, told, at } = facts
  const after = life.complete(order, at)
  return {
    order: after,
    event: { type: 'completed', data: { by } },
    messages: messages.completedMessages(after, told),
    posting: completionPosting(after, facts),
  }
}

/** Where its money goes: from what was held, or, paid at the door, only the commission moves. */
function completionPosting(order: Order, { book, on, sponsors }: Facts): Posting {
  const { id, code, enterpriseId } = order
  const commission = life.commissionOf(order)
  if (order.terms === 'cod') {
    return orderCompletedOnDelivery({ book, on }, { id, code, enterpriseId, commission, sponsors })
  }
  const held = life.heldOf(order)
  return orderCompleted({ book, on }, { id, code, enterpriseId, held, commission })
}

export function cancelling(facts: Facts, reason: string): Step {
  const { order, told, lines, at, book, on, sponsors } = facts
  const after = life.cancel(order, at)
  return {
    order: after,
    event: { type: 'cancelled', data: { reason } },
    messages: [messages.cancelledMessage(after, told, reason)],
    stock: lines.map(({ quantity, ...line }) => ({ ...line, by: quantity })),
    ...(order.paid && {
      posting: orderRefundDue({ book, on }, after, { amount: order.total, sponsors }),
    }),
  }
}

export type Refund = { reference: string; sentOn: LocalDate }

/** The buyer's money has left the bank. `refunded` when it had done so before. */
export function refunding(facts: Facts, refund: Refund, refunded: boolean): Step {
  const { order, told, book, on } = facts
  const due = order.status === 'cancelled' && order.paid
  refuseUnless(due, 'illegal-transition', 'Nothing of this order is to be given back.')
  refuseUnless(!refunded, 'illegal-transition', 'This refund has been sent already.')
  if (refund.sentOn > on) {
    throw new Refusal('malformed', 'A refund is recorded once it has been sent.', {
      errors: [
        {
          pointer: '/sentOn',
          detail: sentence('Hari ini belum tiba.', 'This day has not come yet.'),
        },
      ],
    })
  }
  return {
    order: { ...order, version: order.version + 1 },
    event: { type: 'refunded', data: refund },
    messages: [messages.refundedMessage(order, told, refund.reference)],
    posting: refundSent({ book, on: refund.sentOn }, order, order.refunded),
  }
}
