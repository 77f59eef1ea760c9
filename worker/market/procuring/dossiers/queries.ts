/** From rows to dossiers: everything that belongs to a purchase order, put together. */
import type { handoverLines, handovers, purchaseOrders } from '#db/schema/purchase-orders'
import type { invoiceLines, invoices, invoiceWithholdings } from '#db/schema/invoices'
import { instant, type Instant, type LocalDate } from '#worker/kernel/calendar'
import { amount, basisPoints } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { companyFrom } from '#worker/market/procuring/companies/queries'
import type { Handover, Signature } from '#worker/market/procuring/handovers/handover'
import type { Invoice, InvoiceLine, Parties } from '#worker/market/procuring/invoices/invoice'
import type { Withholding, WithholdingKind } from '#worker/market/procuring/invoices/withholding'
import { orderFrom } from '#worker/market/fulfilling/orders/queries'
import { sellerFrom } from '#worker/market/offering/seller-papers/queries'
import type { Dossier } from '#worker/market/procuring/purchase-orders/dossier'
import type { PurchaseOrder } from '#worker/market/procuring/purchase-orders/purchase-order'
import type { DossierRows } from '#worker/market/procuring/purchase-orders/queries'
import { pricingFrom } from '#worker/market/procuring/purchase-pricing/queries'
import { purchaseFrom } from '#worker/market/buying/purchases/queries'
import type { QuotationStatus } from '#worker/market/procuring/quotations/quotation'
import { historyOf, quoteFrom } from '#worker/market/procuring/quotations/queries'
import { unmatchedFrom } from '#worker/market/paying/suspense/queries'
import type { VillageCode } from '#worker/market/buying/shipping/area'

const instantOrNull = (at: number | null): Instant | null => (at === null ? null : instant(at))

export function dossiersFrom(rows: DossierRows): Dossier[] {
  return rows[0].map((head) => dossierOf(purchaseOrderFrom(head), rows))
}

function dossierOf(order: PurchaseOrder, rows: DossierRows): Dossier {
  const [, asked, offers, offered, papers, names, sellers, placedOrders, purchases, booked] = rows
  const [, , , , , , , , , , sent, sentLines, billed, billedLines, withheld, parts, history] = rows
  const [, , , , , , , , , , , , , , , , , operator, ...pricing] = rows
  const one = <T>(things: readonly T[], is: (thing: T) => boolean, name: string) =>
    found(things.find(is), name)
  const quotation = one(asked, (row) => row.id === order.quotationId, 'quotation')
  const quote = one(
    offers,
    (row) => row.quotationId === order.quotationId && row.revision === order.revision,
    'quote',
  )
  const named = one(names, (row) => row.organizationId === order.partnerId, 'company')
  const paper = one(papers, (row) => row.organizationId === order.partnerId, 'company')
  const placed = placedOrders.find((row) => row.id === order.orderId)
  return {
    purchaseOrder: order,
    quotation: {
      ...quotation,
      areaCode: quotation.areaCode as VillageCode,
      status: quotation.status as QuotationStatus,
      neededBy: quotation.neededBy as LocalDate | null,
      validUntil: quotation.validUntil as LocalDate | null,
      total: quotation.total === null ? null : amount(quotation.total),
      askedAt: instant(quotation.askedAt),
    },
    quote: quoteFrom(quote, offered),
    pricing: pricingFrom(pricing),
    company: { ...companyFrom(paper), slug: named.slug, name: named.name },
    seller: sellerFrom(one(sellers, (row) => row.enterpriseId === order.enterpriseId, 'seller')),
    placed: placed
      ? {
          order: orderFrom(placed),
          purchase: purchaseFrom(one(purchases, (row) => row.id === placed.purchaseId, 'purchase')),
          lines: booked
            .filter((row) => row.orderId === placed.id)
            .map(({ n, discount, commission }) => {
              return { n, discount: amount(discount), commission: amount(commission) }
            }),
        }
      : null,
    handovers: sent
      .filter((row) => row.purchaseOrderId === order.id)
      .map((row) => handoverFrom(row, sentLines)),
    invoices: billed
      .filter((row) => row.purchaseOrderId === order.id)
      .map((row) => invoiceFrom(row, { lines: billedLines, withheld })),
    waiting: parts.map(unmatchedFrom),
    events: historyOf(history, order.id),
    book: operator[0]?.book ?? '',
  }
}

function purchaseOrderFrom(row: typeof purchaseOrders.$inferSelect): PurchaseOrder {
  return {
    ...row,
    status: row.status as PurchaseOrder['status'],
    total: amount(row.total),
    requestedAt: instant(row.requestedAt),
    issuedAt: instantOrNull(row.issuedAt),
    endedAt: instantOrNull(row.endedAt),
  }
}

type Signed = { by: string | null; name: string | null; role: string | null; at: number | null }

function signatureOf({ by, name, role, at }: Signed): Signature | null {
  if (by === null || at === null) return null
  return { by, name: name ?? '', role: role ?? '', at: instant(at) }
}

function handoverFrom(
  row: typeof handovers.$inferSelect,
  lines: readonly (typeof handoverLines.$inferSelect)[],
): Handover {
  const { id, code, purchaseOrderId, partnerId, enterpriseId, year, n } = row
  const { carrier, note, buyerNote } = row
  return {
    ...{ id, code, purchaseOrderId, partnerId, enterpriseId, year, n, carrier, note, buyerNote },
    status: row.status as Handover['status'],
    sentOn: row.sentOn as LocalDate,
    buyer: signatureOf({
      ...{ by: row.buyerBy, name: row.buyerName, role: row.buyerRole, at: row.buyerAt },
    }),
    seller: signatureOf({
      ...{ by: row.sellerBy, name: row.sellerName, role: row.sellerRole, at: row.sellerAt },
    }),
    lines: lines.filter((one) => one.handoverId === id).map(({ handoverId: _, ...line }) => line),
  }
}

type Parts = {
  lines: readonly (typeof invoiceLines.$inferSelect)[]
  withheld: readonly (typeof invoiceWithholdings.$inferSelect)[]
}

function invoiceFrom(row: typeof invoices.$inferSelect, { lines, withheld }: Parts): Invoice {
  return {
    ...row,
    status: row.status as Invoice['status'],
    parties: JSON.parse(row.parties) as Parties,
    goodsTotal: amount(row.goodsTotal),
    discount: amount(row.discount),
    shipping: amount(row.shipping),
    total: amount(row.total),
    tax: amount(row.tax),
    withheld: amount(row.withheld),
    commission: amount(row.commission),
    issuedOn: row.issuedOn as LocalDate,
    dueOn: row.dueOn as LocalDate,
    remindOn: row.remindOn as LocalDate | null,
    paidOn: row.paidOn as LocalDate | null,
    cancelledOn: row.cancelledOn as LocalDate | null,
    lines: lines.filter((one) => one.invoiceId === row.id).map(invoiceLineFrom),
    withholdings: withheld.filter((one) => one.invoiceId === row.id).map(withholdingFrom),
  }
}

function invoiceLineFrom(row: typeof invoiceLines.$inferSelect): InvoiceLine {
  const { invoiceId: _, ...line } = row
  return {
    ...line,
    unitPrice: amount(row.unitPrice),
    discount: amount(row.discount),
    total: amount(row.total),
    tax: amount(row.tax),
    commission: amount(row.commission),
  }
}

function withholdingFrom(row: typeof invoiceWithholdings.$inferSelect): Withholding {
  const { kind, base, rateBps, amount: withheld, proofNumber, proofOn } = row
  return {
    kind: kind as WithholdingKind,
    base: amount(base),
    rateBps: basisPoints(rateBps),
    amount: amount(withheld),
    proofNumber,
    proofOn: proofOn as LocalDate,
  }
}
