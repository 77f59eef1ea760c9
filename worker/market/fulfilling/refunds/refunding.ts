/**
 * Giving back, at any time in an order's life. Before completion it comes from what the network holds for
 * the buyer; afterwards the commission returns on the same basis and the seller bears the rest, out of what
 * she is owed or, once that was paid out, as what she owes. Of an order paid at the door the network never
 * had the money: the seller pays her buyer herself and only commission and sponsors move.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { add, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { Posting } from '#worker/ledger/entry'
import {
  orderRefundDue,
  orderRefundDueAfter,
  orderUndoneAfterDelivery,
  type Sponsor,
} from '#worker/ledger/posting-rules/sales'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { GivenDiscount } from '#worker/market/buying/vouchers/given-discount'
import type { Papers } from '#worker/market/fulfilling/orders/papers'
import {
  backOf,
  backOfAmount,
  givenBack,
  piecesOf,
  remainingOf,
  type Back,
  type LineBack,
  type PaidLine,
  type PaidOrder,
  type Pieces,
} from '#worker/market/fulfilling/refunds/back'
import { sponsorsBackOf } from '#worker/market/fulfilling/refunds/sponsors-back'
import {
  refundOf,
  type Payer,
  type Refund,
  type RefundKind,
} from '#worker/market/fulfilling/refunds/refund'

/** What a refund is decided from. */
export type Purse = {
  order: Order
  papers: Papers
  lines: readonly PaidLine[]
  discounts: readonly GivenDiscount[]
  /** What the seller is owed, and owes, before this. */
  payable: Amount
  receivable: Amount
  book: string
  on: LocalDate
  at: Instant
}

export const payerOf = ({ terms }: Pick<Order, 'terms'>): Payer =>
  terms === 'cod' ? 'seller' : 'network'

/** An order as it was paid for: the cash that went back at the door stands in its refunds alone. */
export function paidOrderOf(order: Order, refunds: readonly Refund[]): PaidOrder {
  if (payerOf(order) === 'network') return order
  return { ...order, refunded: sum(refunds.map((one) => one.amount)) }
}

/** What a refund is asked for: everything that is left, pieces, or an amount. */
export type RefundAsk = { whole: true } | { lines: readonly Pieces[] } | { amount: Amount }

type Goods = { order: Order; papers: Papers; lines: readonly PaidLine[] }
type Shared = { back: Back; lines: LineBack[] }

export const piecesBack = ({ refunds }: Papers): Pieces[] =>
  refunds.flatMap((one) => [...one.lines])

/** The pieces that nobody has got money back for. */
export function piecesLeft({ papers, lines }: Omit<Goods, 'order'>): Pieces[] {
  const before = piecesBack(papers)
  return lines
    .map(({ n, quantity }) => ({ n, quantity: quantity - piecesOf(before, n) }))
    .filter((one) => one.quantity > 0)
}

/** Everything that has not gone back yet; nothing when there is nothing left. */
export function wholeBack(goods: Goods): Shared | null {
  const { order, papers, lines } = goods
  const paid = paidOrderOf(order, papers.refunds)
  const back = remainingOf(paid)
  if (back.amount + back.sponsored === 0) return null
  const pieces = piecesLeft(goods)
  const before = piecesBack(papers)
  const shares =
    pieces.length === 0 ? [] : backOf({ order: paid, lines, before }, pieces, true).lines
  return { back, lines: shares }
}

/**
 * What is asked for, in money. Shipping goes back with the last of the goods where it is at fault: with the
 * whole order, never with a part of it.
 */
export function shareOf(goods: Goods, ask: RefundAsk, withShipping: boolean): Shared {
  const { order, papers, lines } = goods
  const paid = paidOrderOf(order, papers.refunds)
  if ('whole' in ask) {
    const whole = wholeBack(goods)
    if (whole === null) throw new Refusal('nothing-due', 'All of it has gone back already.')
    return whole
  }
  if ('amount' in ask) return { back: backOfAmount(paid, ask.amount), lines: [] }
  const before = piecesBack(papers)
  const isAll = piecesLeft(goods).every((one) => piecesOf(ask.lines, one.n) === one.quantity)
  const share = backOf({ order: paid, lines, before }, ask.lines, withShipping && isAll)
  refuseUnless(
    share.back.amount + share.back.sponsored > 0,
    'nothing-due',
    'Nothing is left of it.',
  )
  return share
}

type Given = {
  id: string
  kind: RefundKind
  reason: string
  back: Back
  lines?: readonly LineBack[]
  /** The cash that is paid at the door has not been taken: the buyer simply pays less. */
  unpaid?: boolean
}

/** The order with this given back, the refund, and how its money moves. */
export function giveBack(purse: Purse, { back, lines = [], ...given }: Given) {
  const { order, papers, at, on } = purse
  const before = papers.refunds.length
  const payer = payerOf(order)
  const unpaid = payer === 'seller' && (given.unpaid ?? false)
  const refund = refundOf({ ...given, unpaid, order, before, payer, back, lines, at, on })
  const own = payer === 'network' ? back : { ...back, amount: ZERO }
  const already = piecesBack(papers)
  const sponsorsBack = sponsorsBackOf({ ...purse, before: already }, back.sponsored, lines)
  const posting = postingOf(purse, back, sponsorsBack)
  return { order: givenBack(order, own), refund, sponsorsBack, ...posting }
}

function postingOf(purse: Purse, back: Back, sponsors: readonly Sponsor[]): { posting?: Posting } {
  const { order, book, on } = purse
  const isOver = order.status === 'completed'
  if (payerOf(order) === 'seller') {
    if (!isOver) return {}
    const { commission } = back
    const { payable, receivable } = purse
    const undone = { commission, sponsors, payable, receivable }
    return { posting: orderUndoneAfterDelivery({ book, on }, order, undone) }
  }
  const given = { amount: back.amount, sponsors }
  if (!isOver) return { posting: orderRefundDue({ book, on }, order, given) }
  const sources = sourcesOf(back, purse.payable)
  return { posting: orderRefundDueAfter({ book, on }, order, { back: given, sources }) }
}

/** Where it comes from after completion: commission, what she is owed, and what she will owe. */
export function sourcesOf({ amount, sponsored, commission }: Back, owed: Amount) {
  const borne = subtract(add(amount, sponsored), commission)
  const payable = owed < borne ? owed : borne
  return { commission, payable, receivable: subtract(borne, payable) }
}
