/** An order as its buyer, its seller and the operator see it; what only some may see is null for the rest. */
import * as v from 'valibot'
import type { orderLines } from '#db/schema/orders'
import { instantText } from '#worker/http/fields'
import { DEEDS, deedsOf, type Viewer } from '#worker/market/orders/deeds'
import { ORDER_STATUSES, type Order } from '#worker/market/orders/order'
import type { Purchase } from '#worker/market/purchases/purchase'
import { DiscountAnswer } from '#worker/market/vouchers/answers'
import { shownDiscounts, type GivenDiscount } from '#worker/market/vouchers/given-discount'

const Line = v.strictObject({
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

const Moment = v.strictObject({ type: v.string(), at: v.string() })

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
  refund: v.nullable(
    v.strictObject({
      status: v.picklist(['due', 'sent']),
      amount: v.number(),
      reference: v.nullable(v.string()),
      sentOn: v.nullable(v.string()),
    }),
  ),
  timeline: v.array(Moment),
  deeds: v.pipe(
    v.array(v.picklist(DEEDS)),
    v.description('What you may do with it now: POST to /orders/{id}/{deed}'),
  ),
})

export type Happening = { type: string; at: number; data: Readonly<Record<string, unknown>> }

/** What is known about an order. */
export type Known = {
  order: Order
  purchase: Purchase
  seller: { slug: string; name: string; phone: string }
  lines: readonly (typeof orderLines.$inferSelect)[]
  discounts: readonly GivenDiscount[]
  events: readonly Happening[]
}

export type Described = v.InferOutput<typeof OrderAnswer>

export function describeOrder(known: Known, viewer: Viewer): Described {
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
    shipBy: shipBy === null ? null : instantText(shipBy),
    completeAt: completeAt === null ? null : instantText(completeAt),
    cancelReason: textOf(lastOf(events, 'cancelled')?.data.reason),
    refund: refundOf(order, events),
    timeline: events.map(({ type, at }) => ({ type, at: instantText(at) })),
    deeds: deedsOf(order, viewer, isRefunded(events)),
  }
}

const lastOf = (events: readonly Happening[], type: string) =>
  events.findLast((one) => one.type === type)

export const isRefunded = (events: readonly Happening[]) => lastOf(events, 'refunded') !== undefined

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

function addressOf({ street, areaText, postalCode, note }: Purchase) {
  return { street, areaText, postalCode, note }
}

function shareOf(order: Order, lines: Known['lines']) {
  const rates = new Set(lines.map((line) => line.commissionBps))
  const [commissionBps = null] = rates.size === 1 ? rates : []
  const { commission, total, sponsored } = order
  return { commissionBps, commission, toSeller: total + sponsored - commission }
}

function refundOf({ status, paid, refunded }: Order, events: readonly Happening[]) {
  if (status !== 'cancelled' || !paid) return null
  const sent = lastOf(events, 'refunded')
  return {
    status: sent ? ('sent' as const) : ('due' as const),
    amount: refunded,
    reference: textOf(sent?.data.reference),
    sentOn: textOf(sent?.data.sentOn),
  }
}

function describeLine(line: Known['lines'][number]): v.InferOutput<typeof Line> {
  const { productId, variantId, title, variantName, unitPrice, quantity, total } = line
  const { weightGrams, photoId } = line
  return {
    ...{ productId, variantId, title, variantName, unitPrice, quantity, total },
    ...{ weightGrams, photoId },
  }
}
