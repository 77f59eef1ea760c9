/**
 * How a purchase order ends: with the last handover, or when the company lets the rest go, it is closed and
 * its order with the seller is delivered; when, besides, all that was accepted is invoiced and paid, the
 * order is completed. Decided anew after each handover, closing, payment.
 */
import type { Instant } from '#worker/kernel/calendar'
import { isWhole } from '#worker/market/procuring/handovers/handover'
import { paidByInvoices, takenOver, type Order } from '#worker/market/fulfilling/orders/order'
import {
  progressIn,
  standing,
  type Dossier,
} from '#worker/market/procuring/purchase-orders/dossier'

export type Ending = {
  dossier: Dossier
  /** What happened to the order with the seller, the last state in `order`; none when nothing did. */
  order: Order | null
  events: readonly { type: string; seq: number }[]
  /** The last invoice is paid. */
  settled: boolean
}

/** `before` is the dossier with the step's own change already in it. */
export function endingOf(before: Dossier, at: Instant): Ending {
  const dossier = closedIfWhole(before, at)
  const { placed, purchaseOrder } = dossier
  if (!placed || purchaseOrder.status !== 'closed') {
    return { dossier, order: null, events: [], settled: false }
  }
  const delivered = takenOver(placed.order, at)
  const settled = isPaid(dossier) && delivered.status === 'delivered'
  const order = settled ? paidByInvoices(delivered, at) : delivered
  const events = [
    ...(delivered === placed.order ? [] : [{ type: 'delivered', seq: delivered.version }]),
    ...(settled ? [{ type: 'completed', seq: order.version }] : []),
  ]
  return {
    dossier: { ...dossier, placed: { ...placed, order } },
    order: events.length > 0 ? order : null,
    events,
    settled,
  }
}

function closedIfWhole(dossier: Dossier, at: Instant): Dossier {
  const { purchaseOrder } = dossier
  if (purchaseOrder.status !== 'issued' || !isWhole(progressIn(dossier))) return dossier
  return { ...dossier, purchaseOrder: { ...purchaseOrder, status: 'closed', endedAt: at } }
}

/** Every delivery of which something was accepted has an invoice, and each is paid. */
function isPaid(dossier: Dossier): boolean {
  const invoices = standing(dossier)
  const accepted = dossier.handovers.filter(
    ({ status, lines }) => status === 'signed' && lines.some((one) => (one.accepted ?? 0) > 0),
  )
  return (
    invoices.length === accepted.length && invoices.every((invoice) => invoice.status === 'paid')
  )
}
