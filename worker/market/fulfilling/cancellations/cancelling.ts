/**
 * How an order ends before it leaves. The seller cancels when she cannot deliver. The buyer asks: until the
 * seller has taken on an order that nobody has paid for, and once the seller is late, it is done at once;
 * otherwise the seller answers within 1×24 hours or the clock grants it. A seller who is late is reminded,
 * her buyer told, and after some days the clock cancels. What had left already is never called back: then
 * only the rest is given up. Stock and money go back in the same step.
 */
import type { Instant } from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { by as strikes } from '#worker/market/fulfilling/orders/clocks'
import * as messages from '#worker/market/fulfilling/cancellations/messages'
import * as life from '#worker/market/fulfilling/orders/order'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken, type By } from '#worker/market/fulfilling/orders/taking'
import type { StockChange } from '#worker/market/offering/products/stock'
import type { Pieces } from '#worker/market/fulfilling/refunds/back'
import { givingUp } from '#worker/market/fulfilling/refunds/giving-up'
import { giveBack, wholeBack } from '#worker/market/fulfilling/refunds/refunding'
import { leftToSend } from '#worker/market/fulfilling/shipments/parcel'

/** Nothing of it has left yet. */
export const isUnsent = ({ papers }: Pick<Facts, 'papers'>): boolean => papers.parcels.length === 0

/** Ready at the pick-up place: it is the buyer who is awaited. */
export const isUncollected = ({ delivery, status }: Order): boolean =>
  delivery === 'pickup' && status === 'packed'

/** When the clock ends what is late. */
export function endOf(order: Order): Instant | null {
  if (order.lateToldAt === null || !life.isBeforeShipping(order)) return null
  return strikes(isUncollected(order) ? 'collection' : 'lateCancellation', order.lateToldAt)
}

export function isLate({ shipBy, lateToldAt }: Order, now: number): boolean {
  return lateToldAt !== null || (shipBy !== null && shipBy <= now)
}

export function cancelling(facts: Facts, reason: string, by: By = 'seller'): Step {
  const { order, lines, papers, told, at, ids } = facts
  refuseOnPaper(order)
  refuseUnless(isUnsent(facts), 'illegal-transition', 'A part has been sent: refund the rest.')
  const left = leftToSend(lines, papers)
  const back = order.paid ? wholeBack(facts) : null
  const given = back && giveBack(facts, { id: ids.refund, kind: 'cancellation', reason, ...back })
  const after = life.cancel(given?.order ?? order, at)
  return taken(facts, {
    order: after,
    event: { type: 'cancelled', data: { reason, by } },
    papers: given ? { refunds: [given.refund] } : {},
    messages: messages.cancelledMessages(after, told, { reason, by, refund: given?.refund }),
    stock: stockOf(facts, left),
    sponsorsBack: given?.sponsorsBack,
    posting: given?.posting,
  })
}

/** What is bought on an invoice ends with its purchase order, by whoever may end that. */
function refuseOnPaper({ terms }: Order): void {
  const onPaper = terms === 'invoice'
  refuseUnless(!onPaper, 'illegal-transition', 'Cancel its purchase order instead.')
}

/** Pieces of an order as they come back to the shelves. */
export function stockOf({ lines }: Pick<Facts, 'lines'>, pieces: readonly Pieces[]): StockChange[] {
  return pieces.flatMap(({ n, quantity }) => {
    const line = lines.find((one) => one.n === n)
    return line ? [{ variantId: line.variantId, productId: line.productId, by: quantity }] : []
  })
}

const REFUSED = 'The seller has said no already; once she is late you may cancel at once.'

/** The buyer wants to cancel. `refusedBefore` when the seller has said no to that. */
export function requesting(facts: Facts, reason: string, refusedBefore: boolean): Step {
  const { order, told, at } = facts
  refuseOnPaper(order)
  life.refuseUncancellable(order)
  refuseUnless(isUnsent(facts), 'illegal-transition', 'A part of it has been sent already.')
  refuseUnless(order.cancelAskedAt === null, 'illegal-transition', 'It has been asked already.')
  const free = !order.paid && order.status === 'placed'
  if (free || isLate(order, at)) return cancelling(facts, reason, 'buyer')
  refuseUnless(!refusedBefore, 'illegal-transition', REFUSED)
  const cancelAnswerBy = strikes('cancellationAnswer', at)
  return taken(facts, {
    order: { ...order, cancelAskedAt: at, cancelAnswerBy },
    event: { type: 'cancellation-asked', data: { reason, by: 'buyer' } },
    messages: [messages.askedMessage(order, told, reason)],
  })
}

export type CancellationAnswer = { granted: boolean; reason: string | null }

/** The seller answers; a no needs its reason. */
export function answering(facts: Facts, { granted, reason }: CancellationAnswer, asked: string) {
  const { order, told } = facts
  const isAsked = order.cancelAskedAt !== null
  refuseUnless(isAsked, 'illegal-transition', 'Nobody has asked to cancel this order.')
  if (granted) return cancelling(facts, asked, 'buyer')
  if (reason === null) {
    throw new Refusal('malformed', 'Say why not.', {
      errors: [
        { pointer: '/reason', detail: sentence('Tulis alasannya.', 'Say why it is not possible.') },
      ],
    })
  }
  return taken(facts, {
    order: { ...order, cancelAskedAt: null, cancelAnswerBy: null },
    event: { type: 'cancellation-refused', data: { reason, by: 'seller' } },
    messages: [messages.refusedMessage(order, told, reason)],
  })
}

/** The day on which it should have left is over: the seller is reminded, the buyer may cancel. */
export function reminding(facts: Facts): Step {
  const { order, told, at } = facts
  return taken(facts, {
    order: { ...order, lateToldAt: at },
    event: { type: 'late', data: { by: 'clock' } },
    messages: isUncollected(order)
      ? [messages.uncollectedMessage(order, told)]
      : messages.lateMessages(order, told),
  })
}

/** Nobody did anything: the clock cancels, or gives up what has not left. */
export function ending(facts: Facts): Step {
  const reason = isUncollected(facts.order)
    ? 'Tidak diambil pada waktunya'
    : 'Penjual tidak mengirim pada waktunya'
  if (isUnsent(facts)) return cancelling(facts, reason, 'clock')
  const left = leftToSend(facts.lines, facts.papers)
  return givingUp(facts, { lines: left, reason }, 'clock')
}

type Said = { type: string; data: Readonly<Record<string, unknown>> }

/** Why the buyer wanted to cancel. */
export function askedReason(events: readonly Said[]): string {
  const reason = events.findLast((one) => one.type === 'cancellation-asked')?.data.reason
  return typeof reason === 'string' ? reason : ''
}
