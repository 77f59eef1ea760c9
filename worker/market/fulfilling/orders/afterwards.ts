/**
 * Until when a buyer may still say that something is wrong: as long as the order is on its way or has just
 * come, and some days after it was completed or a replacement has come.
 */
import type { Instant } from '#worker/kernel/calendar'
import { refuseUnless } from '#worker/kernel/refusal'
import { by, later } from '#worker/market/fulfilling/orders/clocks'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Parcel } from '#worker/market/fulfilling/shipments/parcel'

/** The end of her time; null while there is none. */
export function endOfComplaining(order: Order, parcels: readonly Parcel[]): Instant | null {
  if (order.completedAt === null) return null
  const ends = parcels
    .filter((one) => one.complaintId !== null)
    .map((one) => by('afterwards', one.deliveredAt ?? one.arriveBy))
  return ends.reduce(later, by('afterwards', order.completedAt))
}

type Asked = { order: Order; papers: { parcels: readonly Parcel[] }; at: Instant }

/** What is bought on an invoice and not paid yet is settled on the invoice. */
export const isPaidFor = ({ paid, terms }: Order): boolean => paid || terms === 'cod'

export function mayComplain({ order, papers, at }: Asked): boolean {
  const hasLeft = ['shipped', 'delivered', 'completed'].includes(order.status)
  const end = endOfComplaining(order, papers.parcels)
  return hasLeft && isPaidFor(order) && (end === null || at < end)
}

export function refuseTooLate(asked: Asked): void {
  refuseUnless(
    mayComplain(asked),
    'illegal-transition',
    'This can be asked from the time it was sent until seven days after completion.',
  )
}
