/**
 * A purchase is paid, whichever way the money came: its orders with their clocks, the entry, what buyer and
 * sellers are told. `from` says where the money is; in the bank unless told otherwise.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Posting } from '#worker/ledger/entry'
import type { Part } from '#worker/ledger/posting-rules/flow'
import { purchasePaid } from '#worker/ledger/posting-rules/sales'
import { settle, type Received, type Settled } from '#worker/market/paying/payments/settlement'
import { settledMessages, type Site } from '#worker/market/buying/purchases/messages'
import type { OrderOf, Purchase } from '#worker/market/buying/purchases/purchase'
import { sponsorsOf, type GivenDiscount } from '#worker/market/buying/vouchers/given-discount'
import type { Message } from '#worker/outbox/message'

export type PayableOrder = OrderOf & {
  sellerSlug: string
  sellerPhone: string
  /** JSON of the discounts it was given. */
  discounts: string
}
export type Payable = { purchase: Purchase; orders: readonly PayableOrder[] }

export type Paid = {
  settled: Settled<PayableOrder>
  received: Received
  posting: Posting
  messages: readonly Message[]
}

type Surroundings = {
  book: string
  site: Site
  now: Instant
  today: LocalDate
  placedOn: LocalDate
  from?: readonly Part[]
}

export function paid(given: Payable, received: Received, around: Surroundings): Paid {
  const { book, site, from, ...day } = around
  const settled = settle(given, received, day)
  const shown = settled.orders.map((order) => ({
    ...order,
    total: amount(order.total),
    seller: { slug: order.sellerSlug, phone: order.sellerPhone },
  }))
  const held = settled.orders.map((order) => ({
    ...order,
    sponsors: sponsorsOf(JSON.parse(order.discounts) as GivenDiscount[]),
  }))
  const common = { book, on: received.receivedOn }
  return {
    settled,
    received,
    posting: purchasePaid(common, { ...settled.purchase, orders: held }, from),
    messages: settledMessages(settled.purchase, shown, site),
  }
}
