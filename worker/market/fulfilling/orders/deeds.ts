/**
 * Who may do what with an order now: the buttons of a page are exactly what the API would accept. A deed is
 * the last part of the address that does it. Parcels, refunds, returns and complaints carry deeds of their
 * own.
 */
import type { Instant } from '#worker/kernel/calendar'
import { isLate } from '#worker/market/fulfilling/cancellations/cancelling'
import { isMissable } from '#worker/market/fulfilling/complaints/complaining'
import type { ComplaintKind } from '#worker/market/fulfilling/complaints/complaint'
import { isPaidFor, mayComplain } from '#worker/market/fulfilling/orders/afterwards'
import {
  isBeforeShipping,
  mayMove,
  ORDER_TRANSITIONS,
  type Order,
} from '#worker/market/fulfilling/orders/order'
import type { Papers } from '#worker/market/fulfilling/orders/papers'
import type { FactLine } from '#worker/market/fulfilling/orders/steps'
import { wholeBack } from '#worker/market/fulfilling/refunds/refunding'
import { returnable } from '#worker/market/fulfilling/returns/returning'
import { leftToSend } from '#worker/market/fulfilling/shipments/parcel'

export const DEEDS = [
  'confirmation',
  'packing',
  'shipment',
  'delivery',
  'cancellation',
  'cancellation-answer',
  'refunds',
  'completion',
  'cancellation-request',
  'returns',
  'complaints',
  'refund-account',
] as const
export type Deed = (typeof DEEDS)[number]

/** In which of these ways somebody looks at an order; one may be several. */
export type Viewer = {
  buyer: boolean
  seller: boolean
  operator: boolean
  /** A seller who may cancel and give money back; a companion of hers may not. */
  refunds: boolean
}

/** What of an order decides that. */
export type Seen = {
  order: Order
  papers: Papers
  lines: readonly FactLine[]
  /** The seller has said no to cancelling. */
  refusedBefore: boolean
  at: Instant
}

export function deedsOf(seen: Seen, viewer: Viewer): Deed[] {
  const none = { ...sellersDeeds(seen), ...buyersDeeds(seen) }
  return DEEDS.filter((deed) => none[deed] && viewer[WHOSE[deed] ?? 'buyer'])
}

const WHOSE: Partial<Record<Deed, keyof Viewer>> = {
  confirmation: 'seller',
  packing: 'seller',
  shipment: 'seller',
  delivery: 'seller',
  cancellation: 'refunds',
  'cancellation-answer': 'refunds',
  refunds: 'refunds',
}

function sellersDeeds({ order, papers, lines }: Seen) {
  const { status, delivery, terms, paid, cancelAskedAt } = order
  const next = mayMove(order) ? ORDER_TRANSITIONS[status] : []
  const arrives = status === 'shipped' || (status === 'packed' && delivery === 'pickup')
  // What is bought on an invoice is delivered, and cancelled, on its purchase order's page.
  const onPaper = terms === 'invoice'
  const hasPrice = (paid || terms === 'cod') && terms !== 'invoice'
  return {
    confirmation: next.includes('confirmed'),
    packing: next.includes('packed') && !onPaper,
    shipment:
      next.includes('shipped') && delivery !== 'pickup' && cancelAskedAt === null && !onPaper,
    delivery: next.includes('delivered') && arrives && !onPaper,
    cancellation: next.includes('cancelled') && papers.parcels.length === 0 && !onPaper,
    'cancellation-answer': cancelAskedAt !== null,
    refunds: hasPrice && isBeforeShipping(order) && leftToSend(lines, papers).length > 0,
  }
}

function buyersDeeds(seen: Seen) {
  const { order, papers } = seen
  const { status, disputes, terms, paid } = order
  const completes = ORDER_TRANSITIONS[status].includes('completed')
  return {
    completion: completes && disputes === 0 && (paid || terms !== 'invoice'),
    'cancellation-request': mayAskToCancel(seen),
    returns: disputes === 0 && mayComplain(seen) && returnable(seen).length > 0,
    complaints: complaintKinds(seen).length > 0,
    'refund-account': papers.refunds.some((one) => one.status === 'due' && one.payer === 'network'),
  }
}

function mayAskToCancel({ order, papers, refusedBefore, at }: Seen): boolean {
  const { status, paid, cancelAskedAt } = order
  const may = mayMove(order) && ORDER_TRANSITIONS[status].includes('cancelled')
  if (order.terms === 'invoice') return false
  if (!may || papers.parcels.length > 0 || cancelAskedAt !== null) return false
  return (!paid && status === 'placed') || isLate(order, at) || !refusedBefore
}

/** What she may complain of now; none while something is open, or when all her money went back. */
export function complaintKinds(seen: Seen): ComplaintKind[] {
  const { order, papers, at } = seen
  if (order.disputes > 0 || !isPaidFor(order) || wholeBack(seen) === null) return []
  const inTime = mayComplain(seen)
  const missing = papers.parcels.some((one) => isMissable(one, at))
  const appealed = new Set(papers.complaints.map((one) => one.returnId))
  const refused = papers.returns.some((one) => one.status === 'refused' && !appealed.has(one.id))
  return [
    ...(missing && (inTime || order.status === 'shipped') ? (['not-arrived'] as const) : []),
    ...(inTime ? (['damaged', 'wrong', 'other'] as const) : []),
    ...(inTime && refused ? (['return-refused'] as const) : []),
  ]
}
