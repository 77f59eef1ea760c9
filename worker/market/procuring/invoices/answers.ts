/** Invoices as each side sees them; what the network keeps is for the seller and the operator. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import { sum } from '#worker/kernel/money'
import { dueOf, INVOICE_STATUSES, type Invoice } from '#worker/market/procuring/invoices/invoice'
import { missingOf, waitingFor } from '#worker/market/procuring/invoice-payments/payment'
import { WITHHOLDINGS } from '#worker/market/procuring/invoices/withholding'
import { numberText } from '#worker/market/procuring/numbers/number'
import {
  INVOICE_DEEDS,
  invoiceDeeds,
  type Viewer,
} from '#worker/market/procuring/purchase-orders/deeds'
import {
  handoverIn,
  orderNumber,
  type Dossier,
} from '#worker/market/procuring/purchase-orders/dossier'

const Party = {
  name: v.string(),
  legalName: v.string(),
  npwp: v.string(),
  address: v.string(),
  contact: v.string(),
}

export const InvoiceAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  number: v.nullable(v.string()),
  status: v.picklist(INVOICE_STATUSES),
  purchaseOrder: v.strictObject({ id: v.string(), number: v.nullable(v.string()) }),
  handover: v.strictObject({ id: v.string(), number: v.nullable(v.string()) }),
  company: v.strictObject({ slug: v.string(), name: v.string() }),
  sellerSlug: v.string(),
  seller: v.strictObject({
    ...Party,
    nib: v.string(),
    signatory: v.string(),
    signatoryTitle: v.string(),
    pkp: v.boolean(),
  }),
  buyer: v.strictObject(Party),
  lines: v.array(
    v.strictObject({
      n: v.number(),
      title: v.string(),
      unit: v.string(),
      quantity: v.number(),
      unitPrice: v.number(),
      discount: v.number(),
      total: v.number(),
      tax: v.number(),
    }),
  ),
  goodsTotal: v.number(),
  discount: v.number(),
  shipping: v.number(),
  total: v.number(),
  tax: v.pipe(v.number(), v.description('VAT contained in the total')),
  withholdings: v.array(
    v.strictObject({
      kind: v.picklist(WITHHOLDINGS),
      base: v.number(),
      rateBps: v.number(),
      amount: v.number(),
      proofNumber: v.string(),
      proofOn: v.string(),
    }),
  ),
  due: v.pipe(v.number(), v.description('What the buyer transfers: the total less withholdings')),
  received: v.pipe(v.number(), v.description('What has come in part and waits in suspense')),
  missing: v.pipe(v.number(), v.description('What is still to come, while it is open')),
  bank: v.pipe(
    v.nullable(v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() })),
    v.description('The account to transfer to, as it was on the day'),
  ),
  share: v.nullable(v.strictObject({ commission: v.number(), toSeller: v.number() })),
  issuedOn: v.string(),
  dueOn: v.string(),
  paidOn: v.nullable(v.string()),
  reference: v.nullable(v.string()),
  receipt: v.pipe(
    v.nullable(v.strictObject({ number: v.nullable(v.string()) })),
    v.description('Kuitansi'),
  ),
  creditNote: v.nullable(
    v.strictObject({ number: v.nullable(v.string()), on: v.string(), reason: v.string() }),
  ),
  deeds: v.array(v.picklist(INVOICE_DEEDS)),
})

export function describeInvoice(
  dossier: Dossier,
  invoice: Invoice,
  viewer: Viewer,
): v.InferOutput<typeof InvoiceAnswer> {
  const { id, code, status, parties, goodsTotal, discount, shipping, total, tax } = invoice
  const { issuedOn, dueOn, paidOn, reference, commission } = invoice
  const due = dueOf(invoice)
  const waiting = waitingFor(invoice, dossier.waiting)
  const seesShare = viewer.side !== 'company'
  const handover = handoverIn(dossier, invoice.handoverId)
  return {
    ...{ id, code, status, goodsTotal, discount, shipping, total, tax, due },
    ...{ issuedOn, dueOn, paidOn, reference, sellerSlug: dossier.seller.slug },
    ...{ seller: parties.seller, buyer: parties.buyer, bank: parties.bank ?? null },
    number: numberText('invoice', invoice),
    received: sum(waiting.map((one) => one.rest)),
    missing: missingOf(invoice, waiting),
    purchaseOrder: { id: dossier.purchaseOrder.id, number: orderNumber(dossier) },
    handover: { id: handover.id, number: numberText('bast', handover) },
    company: { slug: dossier.company.slug, name: dossier.company.name },
    lines: invoice.lines.map(({ category: _, commission: __, ...line }) => line),
    withholdings: invoice.withholdings.map((one) => ({ ...one })),
    share: seesShare ? { commission, toSeller: due - commission } : null,
    receipt: receiptOf(invoice),
    creditNote: creditNoteOf(invoice),
    deeds: invoiceDeeds(invoice, viewer),
  }
}

function receiptOf({ paidOn, receiptYear: year, receiptN: n }: Invoice) {
  return paidOn === null ? null : { number: numberText('receipt', { year, n }) }
}

function creditNoteOf({ cancelledOn, cancelReason, creditYear: year, creditN: n }: Invoice) {
  if (cancelledOn === null) return null
  const number = numberText('credit-note', { year, n })
  return { number, on: cancelledOn, reason: cancelReason ?? '' }
}

const ListedInvoice = v.strictObject({
  id: v.string(),
  number: v.string(),
  status: v.picklist(INVOICE_STATUSES),
  company: v.strictObject({ slug: v.string(), name: v.string() }),
  seller: v.strictObject({ slug: v.string(), name: v.string() }),
  purchaseOrderId: v.string(),
  total: v.number(),
  due: v.number(),
  issuedOn: v.string(),
  dueOn: v.string(),
  daysLate: v.pipe(v.number(), v.description('Of one that is open; 0 while it is not late')),
})
export const InvoicePage = pageOf(ListedInvoice)

export type ListedInvoiceRow = {
  id: string
  year: number
  n: number
  status: Invoice['status']
  companySlug: string
  companyName: string
  sellerSlug: string
  sellerName: string
  purchaseOrderId: string
  total: number
  due: number
  issuedOn: string
  dueOn: string
}

/** `late`: the days by which a due day is past. */
export function describeListed(
  row: ListedInvoiceRow,
  late: (dueOn: string) => number,
): v.InferOutput<typeof ListedInvoice> {
  const { year, n, companySlug, companyName, sellerSlug, sellerName, ...rest } = row
  return {
    ...rest,
    number: numberText('invoice', { year, n }) ?? '',
    company: { slug: companySlug, name: companyName },
    seller: { slug: sellerSlug, name: sellerName },
    daysLate: row.status === 'issued' ? Math.max(0, late(row.dueOn)) : 0,
  }
}
