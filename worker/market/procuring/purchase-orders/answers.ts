/** A purchase order with its deliveries and its invoices, as each side sees it. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { describeHandover, HandoverAnswer } from '#worker/market/procuring/handovers/answers'
import { describeInvoice, InvoiceAnswer } from '#worker/market/procuring/invoices/answers'
import { addressLine } from '#worker/market/procuring/companies/company'
import { numberText } from '#worker/market/procuring/numbers/number'
import { ORDER_STATUSES, type OrderStatus } from '#worker/market/fulfilling/orders/order'
import { UNITS } from '#worker/market/offering/products/product'
import {
  ORDER_DEEDS,
  orderDeeds,
  type Viewer,
} from '#worker/market/procuring/purchase-orders/deeds'
import * as dossiers from '#worker/market/procuring/purchase-orders/dossier'
import type { Dossier } from '#worker/market/procuring/purchase-orders/dossier'
import {
  PURCHASE_ORDER_STATUSES,
  type PurchaseOrderStatus,
} from '#worker/market/procuring/purchase-orders/purchase-order'
import { describeMoment, TimelineAnswer } from '#worker/market/procuring/quotations/answers'

export const PartyAnswer = v.strictObject({
  slug: v.string(),
  name: v.string(),
  legalName: v.string(),
  npwp: v.string(),
  address: v.string(),
  phone: v.string(),
})

const Signed = v.nullable(v.strictObject({ name: v.string(), role: v.string(), at: v.string() }))

export const PurchaseOrderAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  number: v.nullable(v.string()),
  status: v.picklist(PURCHASE_ORDER_STATUSES),
  quotation: v.strictObject({ id: v.string(), number: v.nullable(v.string()) }),
  revision: v.number(),
  company: PartyAnswer,
  seller: v.strictObject({
    ...PartyAnswer.entries,
    signatory: v.string(),
    signatoryTitle: v.string(),
  }),
  order: v.pipe(
    v.nullable(
      v.strictObject({ id: v.string(), code: v.string(), status: v.picklist(ORDER_STATUSES) }),
    ),
    v.description('The order with the seller, once it is issued'),
  ),
  requested: Signed,
  approved: Signed,
  reason: v.nullable(v.string()),
  issuedAt: v.nullable(v.string()),
  neededBy: v.nullable(v.string()),
  address: v.strictObject({ street: v.string(), areaText: v.string(), postalCode: v.string() }),
  note: v.string(),
  quoteNote: v.string(),
  leadDays: v.number(),
  validUntil: v.string(),
  tempoDays: v.number(),
  lines: v.array(
    v.strictObject({
      n: v.number(),
      title: v.string(),
      variantName: v.string(),
      unit: v.picklist(UNITS),
      quantity: v.number(),
      unitPrice: v.number(),
      total: v.number(),
      madeToOrder: v.boolean(),
      accepted: v.number(),
      underway: v.number(),
    }),
  ),
  goodsTotal: v.number(),
  discount: v.number(),
  shipping: v.number(),
  total: v.number(),
  handovers: v.array(HandoverAnswer),
  invoices: v.array(InvoiceAnswer),
  timeline: TimelineAnswer,
  side: v.picklist(['company', 'seller', 'operator']),
  deeds: v.array(v.picklist(ORDER_DEEDS)),
})

export function describePurchaseOrder(
  dossier: Dossier,
  viewer: Viewer,
): v.InferOutput<typeof PurchaseOrderAnswer> {
  const { purchaseOrder: order, quotation, quote, placed, events } = dossier
  const { id, code, status, revision, reason, issuedAt, tempoDays, total } = order
  const { street, areaText, postalCode, neededBy, note } = quotation
  const { goodsTotal, discount, shipping, leadDays, validUntil } = quote
  return {
    ...{ id, code, status, revision, reason, tempoDays, total, neededBy, note },
    ...{ goodsTotal, discount, shipping, leadDays, validUntil, side: viewer.side },
    ...partiesIn(dossier),
    number: dossiers.orderNumber(dossier),
    quotation: { id: quotation.id, number: dossiers.rfqNumber(dossier) },
    order: placed && {
      ...{ id: placed.order.id, code: placed.order.code, status: placed.order.status },
    },
    requested: {
      ...{ name: order.requestedName, role: order.requestedRole },
      at: instantText(order.requestedAt),
    },
    approved: approvedOf(order),
    issuedAt: issuedAt === null ? null : instantText(issuedAt),
    address: { street, areaText, postalCode },
    quoteNote: quote.note,
    lines: linesOf(dossier),
    handovers: dossier.handovers.map((one) => describeHandover(dossier, one, viewer)),
    invoices: dossier.invoices.map((one) => describeInvoice(dossier, one, viewer)),
    timeline: events.map(describeMoment),
    deeds: orderDeeds(dossier, viewer),
  }
}

function partiesIn({ company, seller }: Dossier) {
  const { papers } = seller
  const { slug, name, legalName, npwp, contactPhone: phone } = company
  const address = addressLine(company)
  const { signatory, signatoryTitle } = papers
  return {
    company: { slug, name, legalName, npwp, phone, address },
    seller: {
      ...{ slug: seller.slug, name: seller.name, phone: seller.phone, signatory, signatoryTitle },
      ...{ legalName: papers.legalName, npwp: papers.npwp, address: papers.address },
    },
  }
}

function approvedOf({
  approvedName: name,
  approvedRole: role,
  issuedAt,
}: Dossier['purchaseOrder']) {
  if (name === null || issuedAt === null) return null
  return { name, role: role ?? '', at: instantText(issuedAt) }
}

function linesOf(dossier: Dossier) {
  const progress = new Map(dossiers.progressIn(dossier).map((one) => [one.n, one]))
  return dossier.quote.lines.map((line) => {
    const { n, title, variantName, unit, quantity, unitPrice, total, madeToOrder } = line
    const { accepted = 0, underway = 0 } = progress.get(n) ?? {}
    return {
      ...{ n, title, variantName, unit, quantity, unitPrice, total, madeToOrder },
      ...{ accepted, underway },
    }
  })
}

const ListedPurchaseOrder = v.strictObject({
  id: v.string(),
  number: v.nullable(v.string()),
  status: v.picklist(PURCHASE_ORDER_STATUSES),
  orderStatus: v.nullable(v.picklist(ORDER_STATUSES)),
  other: v.pipe(v.string(), v.description('The name of the other side')),
  title: v.string(),
  kinds: v.number(),
  total: v.number(),
  requestedAt: v.string(),
})
export const PurchaseOrderPage = pageOf(ListedPurchaseOrder)

export type ListedPurchaseOrderRow = {
  id: string
  year: number | null
  n: number | null
  prefix: string
  status: PurchaseOrderStatus
  orderStatus: OrderStatus | null
  other: string
  title: string
  kinds: number
  total: number
  requestedAt: number
}

export function describeListed(
  row: ListedPurchaseOrderRow,
): v.InferOutput<typeof ListedPurchaseOrder> {
  const { year, n, prefix, requestedAt, ...rest } = row
  const number = numberText('po', { year, n }, prefix)
  return { ...rest, number, requestedAt: instantText(requestedAt) }
}
