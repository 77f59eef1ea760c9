/** Quotations as both sides see them. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { numberText } from '#worker/market/procuring/numbers/number'
import { UNITS } from '#worker/market/offering/products/product'
import { PURCHASE_ORDER_STATUSES } from '#worker/market/procuring/purchase-orders/purchase-order'
import type { PurchaseOrderStatus } from '#worker/market/procuring/purchase-orders/purchase-order'
import {
  QUOTATION_STATUSES,
  type Quotation,
  type QuotationStatus,
  type Quote,
  type Told,
} from '#worker/market/procuring/quotations/quotation'

const Side = v.strictObject({ slug: v.string(), name: v.string() })
const PartyAnswer = v.strictObject({
  ...Side.entries,
  legalName: v.string(),
  npwp: v.string(),
  address: v.pipe(v.string(), v.description('Its legal address')),
  phone: v.string(),
})
const Moment = v.strictObject({
  type: v.string(),
  at: v.string(),
  by: v.nullable(v.string()),
  reason: v.nullable(v.string()),
})

const QuoteLineAnswer = v.strictObject({
  n: v.number(),
  productId: v.string(),
  variantId: v.string(),
  title: v.string(),
  variantName: v.string(),
  unit: v.picklist(UNITS),
  quantity: v.number(),
  unitPrice: v.number(),
  total: v.number(),
  madeToOrder: v.boolean(),
})

export const QuoteAnswer = v.strictObject({
  revision: v.number(),
  goodsTotal: v.number(),
  discount: v.number(),
  shipping: v.number(),
  total: v.number(),
  leadDays: v.number(),
  validUntil: v.string(),
  tempoDays: v.number(),
  note: v.string(),
  quotedName: v.string(),
  quotedAt: v.string(),
  lines: v.array(QuoteLineAnswer),
})

export const QuotationAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  number: v.nullable(v.string()),
  status: v.picklist(QUOTATION_STATUSES),
  company: PartyAnswer,
  seller: PartyAnswer,
  requestedName: v.string(),
  neededBy: v.nullable(v.string()),
  address: v.strictObject({ street: v.string(), areaText: v.string(), postalCode: v.string() }),
  note: v.string(),
  reason: v.nullable(v.string()),
  askedAt: v.string(),
  revision: v.number(),
  validUntil: v.nullable(v.string()),
  lines: v.array(
    v.strictObject({
      n: v.number(),
      variantId: v.nullable(v.string()),
      title: v.string(),
      quantity: v.number(),
      note: v.string(),
    }),
  ),
  quotes: v.pipe(v.array(QuoteAnswer), v.description('All revisions, the last one first')),
  purchaseOrder: v.nullable(
    v.strictObject({ id: v.string(), status: v.picklist(PURCHASE_ORDER_STATUSES) }),
  ),
  timeline: v.array(Moment),
  side: v.picklist(['company', 'seller']),
})

export type QuotationSide = {
  slug: string
  name: string
  legalName: string
  npwp: string
  address: string
  phone: string
  prefix?: string
}

export type KnownQuotation = {
  quotation: Quotation
  quotes: readonly Quote[]
  company: QuotationSide & { prefix: string }
  seller: QuotationSide
  purchaseOrder: { id: string; status: PurchaseOrderStatus; version: number } | null
  events: readonly Told[]
}

export function describeMoment({ type, at, by, data }: Told): v.InferOutput<typeof Moment> {
  const reason = typeof data.reason === 'string' && data.reason !== '' ? data.reason : null
  return { type, at: instantText(at), by, reason }
}

export const TimelineAnswer = v.array(Moment)

function describeQuote({ quotedBy: _, ...quote }: Quote): v.InferOutput<typeof QuoteAnswer> {
  const lines = quote.lines.map(({ weightGrams: _, ...line }) => line)
  return { ...quote, quotedAt: instantText(quote.quotedAt), lines }
}

export function describeQuotation(
  { quotation, quotes, company, seller, purchaseOrder, events }: KnownQuotation,
  side: 'company' | 'seller',
): v.InferOutput<typeof QuotationAnswer> {
  const { id, code, status, requestedName, neededBy, note, reason, revision } = quotation
  const { street, areaText, postalCode, validUntil } = quotation
  const { prefix, ...buying } = company
  return {
    ...{ id, code, status, requestedName, neededBy, note, reason, revision, validUntil, side },
    number: numberText('rfq', quotation, prefix),
    company: buying,
    seller,
    address: { street, areaText, postalCode },
    askedAt: instantText(quotation.askedAt),
    lines: quotation.lines.map((line) => ({ ...line })),
    quotes: quotes.toSorted((a, b) => b.revision - a.revision).map(describeQuote),
    purchaseOrder: shownOrder(purchaseOrder, side),
    timeline: events.map(describeMoment),
  }
}

/** A seller is not shown what the company has not approved. */
function shownOrder(order: KnownQuotation['purchaseOrder'], side: 'company' | 'seller') {
  if (!order || (side === 'seller' && order.status === 'awaiting')) return null
  return { id: order.id, status: order.status }
}

const ListedQuotation = v.strictObject({
  id: v.string(),
  number: v.string(),
  status: v.picklist(QUOTATION_STATUSES),
  other: v.pipe(v.string(), v.description('The name of the other side')),
  title: v.pipe(v.string(), v.description('Of its first line')),
  kinds: v.number(),
  total: v.nullable(v.number()),
  validUntil: v.nullable(v.string()),
  askedAt: v.string(),
})
export const QuotationPage = pageOf(ListedQuotation)

export type ListedQuotationRow = {
  id: string
  year: number
  n: number
  prefix: string
  status: QuotationStatus
  other: string
  title: string
  kinds: number
  total: number | null
  validUntil: string | null
  askedAt: number
}

export function describeListed(row: ListedQuotationRow): v.InferOutput<typeof ListedQuotation> {
  const { year, n, prefix, askedAt, ...rest } = row
  const number = numberText('rfq', { year, n }, prefix) ?? ''
  return { ...rest, number, askedAt: instantText(askedAt) }
}
