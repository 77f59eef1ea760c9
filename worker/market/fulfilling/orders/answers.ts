/** An order as its buyer, its seller and the operator see it; what only some may see is null for the rest. */
import * as v from 'valibot'
import type { orderLines } from '#db/schema/orders'
import { instantText } from '#worker/http/fields'
import type { Instant } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { endOf, isLate } from '#worker/market/fulfilling/cancellations/cancelling'
import { ComplaintAnswer, describeComplaint } from '#worker/market/fulfilling/complaints/answers'
import { COMPLAINT_KINDS } from '#worker/market/fulfilling/complaints/complaint'
import type { Evidence } from '#worker/market/fulfilling/evidence/evidence'
import { complaintKinds, DEEDS, deedsOf, type Viewer } from '#worker/market/fulfilling/orders/deeds'
import {
  describeMoment,
  Moment,
  type Happening,
} from '#worker/market/fulfilling/orders/moments/answers'
import {
  commissionOf,
  heldOf,
  isBeforeShipping,
  ORDER_STATUSES,
  type Order,
} from '#worker/market/fulfilling/orders/order'
import type { Papers } from '#worker/market/fulfilling/orders/papers'
import type { FactLine } from '#worker/market/fulfilling/orders/steps'
import { describeRefund, RefundAnswer } from '#worker/market/fulfilling/refunds/answers'
import type { RefundAccount } from '#worker/market/fulfilling/refunds/refund'
import { describeReturn, ReturnAnswer } from '#worker/market/fulfilling/returns/answers'
import { returnable } from '#worker/market/fulfilling/returns/returning'
import { describeParcel, ParcelAnswer } from '#worker/market/fulfilling/shipments/answers'
import { leftToSend } from '#worker/market/fulfilling/shipments/parcel'
import type { Purchase } from '#worker/market/buying/purchases/purchase'
import { DiscountAnswer } from '#worker/market/buying/vouchers/answers'
import { shownDiscounts, type GivenDiscount } from '#worker/market/buying/vouchers/given-discount'

const Line = v.strictObject({
  n: v.number(),
  productId: v.string(),
  variantId: v.string(),
  title: v.string(),
  variantName: v.string(),
  unitPrice: v.number(),
  quantity: v.number(),
  total: v.number(),
  weightGrams: v.number(),
  photoId: v.nullable(v.string()),
})

const Pieces = v.array(v.strictObject({ n: v.number(), quantity: v.number() }))

export const OrderAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  purchaseCode: v.string(),
  status: v.picklist(ORDER_STATUSES),
  paid: v.boolean(),
  terms: v.pipe(
    v.picklist(['prepaid', 'cod', 'invoice']),
    v.description('When it is paid: before the goods move, at the door, or by an invoice'),
  ),
  delivery: v.picklist(['courier', 'pickup', 'local']),
  service: v.nullable(v.string()),
  pickupPlace: v.nullable(v.string()),
  seller: v.strictObject({ slug: v.string(), name: v.string(), phone: v.string() }),
  buyer: v.strictObject({ name: v.string(), phone: v.string() }),
  address: v.nullable(
    v.strictObject({
      street: v.string(),
      areaText: v.string(),
      postalCode: v.string(),
      note: v.string(),
    }),
  ),
  lines: v.array(Line),
  goodsTotal: v.number(),
  shipping: v.number(),
  discount: v.pipe(v.number(), v.description('What vouchers and free shipping take off')),
  discounts: v.array(DiscountAnswer),
  tax: v.pipe(v.number(), v.description('Included in the prices')),
  total: v.number(),
  refunded: v.pipe(v.number(), v.description('Of the total, what went back or is to go back')),
  weightGrams: v.number(),
  share: v.pipe(
    v.nullable(
      v.strictObject({
        commissionBps: v.pipe(
          v.nullable(v.number()),
          v.description('The rate, where all lines have the same'),
        ),
        commission: v.number(),
        toSeller: v.number(),
      }),
    ),
    v.description('How the total divides; for the seller and the operator'),
  ),
  courier: v.nullable(v.string()),
  trackingNumber: v.nullable(v.string()),
  placedAt: v.string(),
  expiresAt: v.pipe(v.string(), v.description('Until when an unpaid order is held')),
  shipBy: v.nullable(v.string()),
  completeAt: v.pipe(v.nullable(v.string()), v.description('When it completes by itself')),
  cancelReason: v.nullable(v.string()),
  cancelAskedAt: v.pipe(v.nullable(v.string()), v.description('The buyer wants to cancel')),
  cancelAnswerBy: v.pipe(
    v.nullable(v.string()),
    v.description('Until when the seller answers; after that it is cancelled'),
  ),
  isLate: v.pipe(v.boolean(), v.description('It should have been sent by now')),
  endsAt: v.pipe(
    v.nullable(v.string()),
    v.description('When an order that is late is cancelled by the clock'),
  ),
  left: v.pipe(Pieces, v.description('What has not been sent yet')),
  returnable: v.pipe(Pieces, v.description('What may be sent back')),
  complaintKinds: v.array(v.picklist(COMPLAINT_KINDS)),
  parcels: v.array(ParcelAnswer),
  refunds: v.array(RefundAnswer),
  refundAccount: v.pipe(
    v.nullable(v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() })),
    v.description('Where the buyer wants her money; for her and the operator, until it was sent'),
  ),
  returns: v.array(ReturnAnswer),
  complaints: v.array(ComplaintAnswer),
  timeline: v.array(Moment),
  deeds: v.pipe(
    v.array(v.picklist(DEEDS)),
    v.description('What you may do with it now: POST to /orders/{id}/{deed}'),
  ),
})

/** What is known about an order. */
export type Known = {
  order: Order
  purchase: Purchase
  seller: { slug: string; name: string; phone: string }
  lines: readonly (typeof orderLines.$inferSelect)[]
  discounts: readonly GivenDiscount[]
  events: readonly Happening[]
  papers: Papers
  evidence: readonly Evidence[]
  refundAccount: RefundAccount | null
  /** The most days that its service takes; null when nobody knows. */
  transitDays: number | null
  /** What its seller is owed by the operator, and owes. */
  balance: { payable: number; receivable: number }
}

export type Described = v.InferOutput<typeof OrderAnswer>

export function describeOrder(
  known: Known,
  viewer: Viewer,
  at: Instant,
): v.InferOutput<typeof OrderAnswer> {
  const { order, purchase, seller, lines, events } = known
  const { id, code, status, paid, terms, delivery, service, pickupPlace } = order
  const { goodsTotal, shipping, discount, tax, total } = order
  const { weightGrams, courier, trackingNumber, placedAt, shipBy, completeAt } = order
  return {
    ...{ id, code, status, paid, terms, delivery, service, pickupPlace },
    ...{ goodsTotal, shipping, discount, tax, total },
    ...{ weightGrams, courier, trackingNumber },
    purchaseCode: purchase.code,
    seller: { slug: seller.slug, name: seller.name, phone: seller.phone },
    buyer: { name: purchase.buyerName, phone: purchase.buyerPhone },
    address: delivery === 'pickup' ? null : addressOf(purchase),
    lines: lines.map(describeLine),
    discounts: shownDiscounts(known.discounts),
    share: viewer.seller || viewer.operator ? shareOf(order, lines) : null,
    placedAt: instantText(placedAt),
    expiresAt: instantText(purchase.expiresAt),
    shipBy: textOrNull(shipBy),
    completeAt: textOrNull(completeAt),
    cancelReason: textOf(lastOf(events, 'cancelled')?.data.reason),
    timeline: events.map((one) => describeMoment(one, purchase.personId)),
    ...describeCourse(known, viewer, at),
  }
}

/** What is on its way, what went back, what is disputed, and what may be done about it. */
function describeCourse(known: Known, viewer: Viewer, at: Instant) {
  const { order, papers, evidence, events } = known
  const { cancelAskedAt, cancelAnswerBy } = order
  const lines = known.lines.map(factLine)
  const refusedBefore = isRefusedBefore(events)
  const seen = { order, papers, lines, refusedBefore, at }
  const isOnTheWay = order.status === 'shipped' || order.status === 'packed'
  const knowsAccount = viewer.buyer || viewer.operator
  const waits = isBeforeShipping(order)
  return {
    refunded: papers.refunds.reduce((all, one) => all + one.amount, 0),
    cancelAskedAt: textOrNull(cancelAskedAt),
    cancelAnswerBy: textOrNull(cancelAnswerBy),
    isLate: waits && isLate(order, at),
    endsAt: textOrNull(endOf(order)),
    left: waits ? leftToSend(lines, papers) : [],
    returnable: viewer.buyer ? returnable(seen) : [],
    complaintKinds: viewer.buyer ? complaintKinds(seen) : [],
    parcels: papers.parcels.map((one) =>
      describeParcel(one, viewer, isOnTheWay || one.complaintId !== null),
    ),
    refunds: papers.refunds.map((one) => describeRefund(one, viewer)),
    refundAccount: knowsAccount ? known.refundAccount : null,
    returns: papers.returns.map((one) => describeReturn(one, evidence, viewer)),
    complaints: papers.complaints.map((one) => describeComplaint(one, evidence, viewer)),
    deeds: deedsOf(seen, viewer),
  }
}

export const isRefusedBefore = (events: readonly Happening[]) =>
  lastOf(events, 'cancellation-refused') !== undefined

const textOrNull = (at: number | null) => (at === null ? null : instantText(at))

const lastOf = (events: readonly Happening[], type: string) =>
  events.findLast((one) => one.type === type)

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

function addressOf({ street, areaText, postalCode, note }: Purchase) {
  return { street, areaText, postalCode, note }
}

function shareOf(order: Order, lines: Known['lines']) {
  const rates = new Set(lines.map((line) => line.commissionBps))
  const [commissionBps = null] = rates.size === 1 ? rates : []
  const commission = commissionOf(order)
  return { commissionBps, commission, toSeller: heldOf(order) - commission }
}

/** A line as the rules know it. */
export function factLine(line: Known['lines'][number]): FactLine {
  const { n, variantId, productId, quantity } = line
  return {
    ...{ n, variantId, productId, quantity },
    total: amount(line.total),
    discount: amount(line.discount),
    sponsored: amount(line.sponsored),
    commission: amount(line.commission),
  }
}

function describeLine(line: Known['lines'][number]): v.InferOutput<typeof Line> {
  const { n, productId, variantId, title, variantName, unitPrice, quantity, total } = line
  const { weightGrams, photoId } = line
  return {
    ...{ n, productId, variantId, title, variantName, unitPrice, quantity, total },
    ...{ weightGrams, photoId },
  }
}
