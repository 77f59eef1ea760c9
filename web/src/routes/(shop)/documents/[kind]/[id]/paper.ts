/** What stands on each document: parties, references, lines, sums and signatures, whichever kind it is. */
import type { Handover, Invoice, PurchaseOrder, Quotation } from '#lib/procurement.ts'

export type Kind = 'rfq' | 'quote' | 'po' | 'bast' | 'invoice' | 'receipt' | 'credit-note'

export type Party = { name: string; address: string; npwp: string; contact: string }
export type Line = {
  title: string
  unit: string
  quantity: number
  price?: number
  total?: number
  accepted?: number | null
  rejected?: number | null
  note?: string
}
export type Signature = { name: string; role: string; at: string | null }

export type Paper = {
  code: string
  number: string | null
  /** A day, or an instant. */
  on: string
  seller: Party
  buyer: Party
  references: { order?: string | null; handover?: string | null; invoice?: string | null }
  lines: readonly Line[]
  sums?: { goods: number; discount: number; shipping: number; total: number }
  tax?: { isPkp: boolean; base: number; vat: number }
  withheld: readonly { kind: 'pph22' | 'pph23' | 'ppn'; amount: number }[]
  due?: number
  dueOn?: string
  /** The account to pay to. */
  bank?: Invoice['bank']
  /** Where the goods go, if it is said on this paper. */
  deliverTo?: string
  terms?: { tempoDays: number; leadDays: number; validUntil: string }
  paidOn?: string | null
  reason?: string
  note: string
  sellerSigns: Signature | null
  buyerSigns: Signature | null
}

type Given =
  | { kind: 'rfq' | 'quote'; quotation: Quotation }
  | { kind: Exclude<Kind, 'rfq' | 'quote'>; order: PurchaseOrder; id: string }

export function paperOf(given: Given): Paper {
  if ('quotation' in given) return ofQuotation(given.quotation, given.kind)
  const { order, id, kind } = given
  if (kind === 'po') return ofOrder(order)
  if (kind === 'bast') {
    return ofHandover(
      order,
      order.handovers.find((one) => one.id === id)!,
    )
  }
  return ofInvoice(
    order,
    order.invoices.find((one) => one.id === id)!,
    kind,
  )
}

function ofQuotation(quotation: Quotation, kind: 'rfq' | 'quote'): Paper {
  const { seller, company, address } = quotation
  const quote = kind === 'quote' ? quotation.quotes[0] : undefined
  const { street, areaText, postalCode } = address
  const deliverTo = [street, areaText, postalCode].filter(Boolean).join(', ')
  return {
    code: quotation.code,
    number: quote ? `${quotation.number ?? ''} / ${quote.revision}` : quotation.number,
    on: quote ? quote.quotedAt : quotation.askedAt,
    ...{ seller: partyOf(seller), buyer: partyOf(company), deliverTo },
    references: {},
    lines: quote
      ? quote.lines.map((line) => ({
          title: [line.title, line.variantName].filter(Boolean).join(', '),
          unit: line.unit,
          quantity: line.quantity,
          price: line.unitPrice,
          total: line.total,
        }))
      : quotation.lines.map(({ title, quantity, note }) => ({ title, unit: '', quantity, note })),
    ...(quote
      ? {
          sums: {
            ...{ goods: quote.goodsTotal, discount: quote.discount },
            ...{ shipping: quote.shipping, total: quote.total },
          },
          terms: quote,
        }
      : {}),
    withheld: [],
    note: quote ? quote.note : quotation.note,
    sellerSigns: quote ? { name: quote.quotedName, role: '', at: quote.quotedAt } : null,
    buyerSigns: quote ? null : { name: quotation.requestedName, role: '', at: quotation.askedAt },
  }
}

type Named = { legalName: string; address: string; npwp: string; phone: string }
const partyOf = ({ legalName, address, npwp, phone }: Named): Party => ({
  ...{ name: legalName, address, npwp, contact: phone },
})

function ofOrder(order: PurchaseOrder): Paper {
  const { goodsTotal: goods, discount, shipping, total, tempoDays, leadDays, validUntil } = order
  return {
    ...{ code: order.code, number: order.number, on: order.issuedAt ?? '' },
    ...{ seller: partyOf(order.seller), buyer: partyOf(order.company), references: {} },
    lines: order.lines.map((line) => ({
      title: [line.title, line.variantName].filter(Boolean).join(', '),
      ...{ unit: line.unit, quantity: line.quantity, price: line.unitPrice, total: line.total },
    })),
    sums: { goods, discount, shipping, total },
    terms: { tempoDays, leadDays, validUntil },
    ...{ withheld: [], note: order.note, sellerSigns: null, buyerSigns: order.approved },
  }
}

function ofHandover(order: PurchaseOrder, handover: Handover): Paper {
  return {
    ...{ code: handover.code, number: handover.number, on: handover.sentOn },
    ...{ seller: partyOf(order.seller), buyer: partyOf(order.company) },
    references: { order: order.number },
    lines: handover.lines.map(({ title, unit, quantity, accepted, rejected, reason }) => {
      return { title, unit, quantity, accepted, rejected, note: reason }
    }),
    ...{ withheld: [], note: handover.buyerNote || handover.note },
    ...{ sellerSigns: handover.seller, buyerSigns: handover.buyer },
  }
}

function ofInvoice(
  order: PurchaseOrder,
  invoice: Invoice,
  kind: 'invoice' | 'receipt' | 'credit-note',
): Paper {
  const { seller, buyer, goodsTotal: goods, discount, shipping, total, tax, creditNote } = invoice
  const number = {
    invoice: invoice.number,
    receipt: invoice.receipt?.number ?? null,
    'credit-note': creditNote?.number ?? null,
  }[kind]
  const on = { invoice: invoice.issuedOn, receipt: invoice.paidOn, 'credit-note': creditNote?.on }
  return {
    ...{ code: invoice.code, number, on: on[kind] ?? invoice.issuedOn },
    seller: { ...seller, name: seller.legalName },
    buyer: { ...buyer, name: buyer.legalName },
    references: {
      order: order.number,
      handover: invoice.handover.number,
      ...(kind === 'invoice' ? {} : { invoice: invoice.number }),
    },
    lines: invoice.lines.map((line) => ({
      ...{ title: line.title, unit: line.unit, quantity: line.quantity },
      ...{ price: line.unitPrice, total: line.unitPrice * line.quantity },
    })),
    sums: { goods, discount, shipping, total },
    tax: { isPkp: seller.pkp, base: total - tax, vat: tax },
    withheld: invoice.withholdings,
    ...{ due: invoice.due, dueOn: invoice.dueOn, paidOn: invoice.paidOn, note: '' },
    bank: invoice.bank,
    ...(creditNote ? { reason: creditNote.reason } : {}),
    sellerSigns: {
      name: seller.signatory || seller.legalName,
      role: seller.signatoryTitle,
      at: null,
    },
    buyerSigns: null,
  }
}
