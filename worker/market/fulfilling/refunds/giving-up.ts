/**
 * Giving up pieces that have not left: out of stock, broken while being packed. Their money goes back, the
 * rest goes on as it was; the goods do not return to the shelf, for they are not there. When nothing is
 * left to send the order is shipped with what had left, or cancelled when nothing had.
 */
import { refuseUnless } from '#worker/kernel/refusal'
import { cancelling, isUnsent } from '#worker/market/fulfilling/cancellations/cancelling'
import { isBeforeShipping } from '#worker/market/fulfilling/orders/order'
import { papersAfter } from '#worker/market/fulfilling/orders/papers'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken, type By } from '#worker/market/fulfilling/orders/taking'
import type { Pieces } from '#worker/market/fulfilling/refunds/back'
import { linesRefundedMessages } from '#worker/market/fulfilling/refunds/messages'
import { giveBack, shareOf } from '#worker/market/fulfilling/refunds/refunding'
import { shippedWith } from '#worker/market/fulfilling/shipments/sending'
import { leftToSend, packed } from '#worker/market/fulfilling/shipments/parcel'

export type GivenUp = { lines: readonly Pieces[]; reason: string }

export function givingUp(facts: Facts, { lines: asked, reason }: GivenUp, by: By = 'seller'): Step {
  const { order, lines, papers, told, ids } = facts
  const open = isBeforeShipping(order) && order.terms !== 'invoice'
  refuseUnless(open, 'illegal-transition', 'Only what has not been sent can be given up.')
  refuseUnless(order.paid || order.terms === 'cod', 'illegal-transition', 'It is not paid yet.')
  const pieces = packed(leftToSend(lines, papers), asked)
  const share = shareOf(facts, { lines: pieces }, isUnsent(facts))
  const given = giveBack(facts, { id: ids.refund, kind: 'lines', reason, unpaid: true, ...share })
  const changed = { refunds: [given.refund] }
  const isLast = leftToSend(lines, papersAfter(papers, changed)).length === 0
  if (isLast && isUnsent(facts)) return cancelling(facts, reason, by)
  const data = { reason, by, amount: given.refund.amount, lines: pieces }
  const last = papers.parcels.at(-1)
  const { courier = '', trackingNumber = null } = last ?? {}
  const rest = { ...facts, order: given.order }
  return taken(facts, {
    order: isLast && last ? shippedWith(rest, last) : given.order,
    event: { type: 'lines-refunded', data },
    also: isLast ? [{ type: 'shipped', data: { courier, trackingNumber, by } }] : [],
    papers: changed,
    messages: linesRefundedMessages(order, told, { refund: given.refund, reason, by }),
    sponsorsBack: given.sponsorsBack,
    posting: given.posting,
  })
}
