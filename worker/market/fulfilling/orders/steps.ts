/**
 * The steps in the life of an order, each with all that follows from it: the event that says so, stock
 * given back, money moved, people told. Whoever takes a step (seller, buyer, operator, the clock), all of
 * it is committed together.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import type { Posting } from '#worker/ledger/entry'
import {
  orderCompleted,
  orderCompletedOnDelivery,
  type Sponsor,
} from '#worker/ledger/posting-rules/sales'
import type { CompletionDays } from '#worker/market/fulfilling/orders/completion-days'
import * as said from '#worker/market/fulfilling/orders/messages'
import * as life from '#worker/market/fulfilling/orders/order'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { ChangedPapers, Papers } from '#worker/market/fulfilling/orders/papers'
import { taken } from '#worker/market/fulfilling/orders/taking'
import type { StockChange } from '#worker/market/offering/products/stock'
import type { PaidLine } from '#worker/market/fulfilling/refunds/back'
import type { GivenDiscount } from '#worker/market/buying/vouchers/given-discount'
import type { Message } from '#worker/outbox/message'

export type FactLine = PaidLine & { variantId: string; productId: string }

/** What a step is decided from. */
export type Facts = {
  order: Order
  papers: Papers
  told: said.Told
  lines: readonly FactLine[]
  /** Who bears what part of its discount in the seller's place, less what went back. */
  sponsors: readonly Sponsor[]
  discounts: readonly GivenDiscount[]
  /** What its seller is owed now, and owes. */
  payable: Amount
  receivable: Amount
  /** The most days that its service takes; null when nobody knows. */
  transitDays: number | null
  /** New ids, for what this step may make. */
  ids: { paper: string; refund: string }
  /** The operator's book, and the day on which money moves in it. */
  book: string
  on: LocalDate
  at: Instant
  days: CompletionDays
}

export type Step = {
  order: Order
  event: { type: string; data?: Readonly<Record<string, unknown>> }
  /** What happened with it, in their order behind it. */
  also?: readonly Step['event'][]
  /** Parcels, refunds, returns and complaints that it made or changed. */
  papers?: ChangedPapers
  /** How much of which discount goes back to who bore it. */
  sponsorsBack?: readonly { n: number; amount: Amount }[]
  messages: readonly Message[]
  stock?: readonly StockChange[]
  posting?: Posting
}

export function confirming(facts: Facts): Step {
  const after = life.confirm(facts.order)
  const messages = [said.confirmedMessage(after, facts.told)]
  return taken(facts, { order: after, event: { type: 'confirmed' }, messages })
}

export function packing(facts: Facts): Step {
  const after = life.pack(facts.order)
  const messages = [said.packedMessage(after, facts.told)]
  return taken(facts, { order: after, event: { type: 'packed' }, messages })
}

export function completing(facts: Facts, by: 'buyer' | 'clock'): Step {
  const { order, told, at } = facts
  const after = life.complete(order, at)
  return taken(facts, {
    order: after,
    event: { type: 'completed', data: { by } },
    messages: said.completedMessages(after, told),
    posting: completionPosting(after, facts),
  })
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
