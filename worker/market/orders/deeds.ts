/**
 * Who may do what with an order now: the buttons of a page are exactly what the API would accept. A deed is
 * the last part of the address that does it.
 */
import { mayMove, ORDER_TRANSITIONS, type Order } from '#worker/market/orders/order'

export const DEEDS = [
  'confirmation',
  'packing',
  'shipment',
  'delivery',
  'cancellation',
  'completion',
  'refund',
] as const
export type Deed = (typeof DEEDS)[number]

/** In which of these ways somebody looks at an order; one may be several. */
export type Viewer = { buyer: boolean; seller: boolean; operator: boolean }

export function deedsOf(order: Order, viewer: Viewer, refunded: boolean): Deed[] {
  const possible: Record<Deed, boolean> = {
    ...sellersDeeds(order, viewer),
    completion: viewer.buyer && ORDER_TRANSITIONS[order.status].includes('completed'),
    refund: viewer.operator && order.status === 'cancelled' && order.paid && !refunded,
  }
  return DEEDS.filter((deed) => possible[deed])
}

function sellersDeeds(order: Order, { seller }: Viewer) {
  const { status, delivery } = order
  const next = seller && mayMove(order) ? ORDER_TRANSITIONS[status] : []
  const arrives = status === 'shipped' || (status === 'packed' && delivery === 'pickup')
  return {
    confirmation: next.includes('confirmed'),
    packing: next.includes('packed'),
    shipment: next.includes('shipped') && delivery !== 'pickup',
    delivery: next.includes('delivered') && arrives,
    cancellation: next.includes('cancelled'),
  }
}
