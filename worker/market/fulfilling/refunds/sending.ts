/** A refund is recorded as sent, by whoever had to send it; where the buyer wanted it is then forgotten. */
import { found } from '#worker/kernel/refusal'
import { refundSent } from '#worker/ledger/posting-rules/sales'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken } from '#worker/market/fulfilling/orders/taking'
import { refundedMessage } from '#worker/market/fulfilling/refunds/messages'
import { sent, type Payer, type Sent } from '#worker/market/fulfilling/refunds/refund'

export function recordingSent(facts: Facts, id: string, given: Sent, payer: Payer): Step {
  const { order, papers, told, book, on } = facts
  const due = papers.refunds.find((one) => one.id === id && one.payer === payer)
  const refund = sent(found(due, 'refund'), given, on)
  const { amount, code } = refund
  const by = payer === 'network' ? 'operator' : 'seller'
  return taken(facts, {
    event: { type: 'refunded', data: { ...given, amount, code, by } },
    papers: { refunds: [refund] },
    messages: [refundedMessage(order, told, refund)],
    posting:
      payer === 'network' ? refundSent({ book, on: given.sentOn }, order, amount) : undefined,
  })
}
