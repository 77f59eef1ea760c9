/**
 * Money that is granted after the goods have left, for a return or a complaint. When all of an order's money
 * has gone back before it was completed there is nothing left to complete: the order ends as cancelled.
 */
import { undo } from '#worker/market/fulfilling/orders/order'
import type { ChangedPapers } from '#worker/market/fulfilling/orders/papers'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken, type By } from '#worker/market/fulfilling/orders/taking'
import type { StockChange } from '#worker/market/offering/products/stock'
import { isWholeBack } from '#worker/market/fulfilling/refunds/back'
import { grantedMessages } from '#worker/market/fulfilling/refunds/messages'
import {
  giveBack,
  paidOrderOf,
  shareOf,
  type RefundAsk,
} from '#worker/market/fulfilling/refunds/refunding'
import type { Refund, RefundKind } from '#worker/market/fulfilling/refunds/refund'

export type Grant = {
  ask: RefundAsk
  kind: RefundKind
  reason: string
  by: By
  withShipping: boolean
  /** The goods never came, so that nothing was paid at the door. */
  unpaid?: boolean
  event: string
  data?: Readonly<Record<string, unknown>>
  stock?: readonly StockChange[]
  /** What the refund closes. */
  papers: (refund: Refund) => ChangedPapers
}

export function granting(facts: Facts, grant: Grant): Step {
  const { order, papers, told, at, ids } = facts
  const { ask, kind, reason, by, withShipping, unpaid = false } = grant
  const share = shareOf(facts, ask, withShipping)
  const {
    refund,
    posting,
    sponsorsBack,
    order: paid,
  } = giveBack(facts, {
    ...{ id: ids.refund, kind, reason, unpaid },
    ...share,
  })
  const isWhole = isWholeBack(paidOrderOf(paid, [...papers.refunds, refund]))
  const ends = isWhole && (order.status === 'shipped' || order.status === 'delivered')
  return taken(facts, {
    order: ends ? undo(paid, at) : paid,
    event: { type: grant.event, data: { ...grant.data, by, reason, amount: refund.amount } },
    also: ends ? [{ type: 'cancelled', data: { reason, by } }] : [],
    papers: { ...grant.papers(refund), refunds: [refund] },
    messages: grantedMessages(order, told, { refund, reason, by }),
    stock: grant.stock ?? [],
    ...{ sponsorsBack, posting },
  })
}
