/** Buying on paper as pages show it: its things, their states and what happened, in the reader's words. */
import type * as v from 'valibot'
import { m } from '#lib/paraglide/messages.js'
import type { Tone } from '#lib/status.ts'
import type { HandoverAnswer } from '#worker/market/procuring/handovers/answers'
import type { InvoiceAnswer, InvoicePage } from '#worker/market/procuring/invoices/answers'
import type { PurchaseOrderAnswer } from '#worker/market/procuring/purchase-orders/answers'
import type { QuotationAnswer, QuoteAnswer } from '#worker/market/procuring/quotations/answers'

export type Quotation = v.InferOutput<typeof QuotationAnswer>
export type Quote = v.InferOutput<typeof QuoteAnswer>
export type PurchaseOrder = v.InferOutput<typeof PurchaseOrderAnswer>
export type Handover = v.InferOutput<typeof HandoverAnswer>
export type Invoice = v.InferOutput<typeof InvoiceAnswer>
export type ListedInvoice = v.InferOutput<typeof InvoicePage>['items'][number]
export type Moment = PurchaseOrder['timeline'][number]

type Shown = { tone: Tone; words: string }
const show = (tone: Tone, words: () => string) => ({ tone, words })

const STATES: Record<string, { tone: Tone; words: () => string }> = {
  asked: show('warn', m.companies_is_asked),
  quoted: show('info', m.companies_is_quoted),
  revising: show('warn', m.companies_is_revising),
  accepted: show('good', m.companies_is_accepted),
  declined: show('quiet', m.companies_is_declined),
  expired: show('quiet', m.companies_is_expired),
  awaiting: show('warn', m.companies_is_awaiting),
  issued: show('info', m.companies_is_issued),
  confirmed: show('info', m.companies_is_confirmed),
  refused: show('bad', m.companies_is_refused),
  cancelled: show('quiet', m.companies_is_cancelled),
  closed: show('good', m.companies_is_closed),
  completed: show('good', m.companies_is_completed),
  sent: show('info', m.companies_is_sent),
  received: show('warn', m.companies_is_received),
  signed: show('good', m.companies_is_signed),
  withdrawn: show('quiet', m.companies_is_withdrawn),
  open: show('warn', m.companies_is_open),
  paid: show('good', m.companies_is_paid),
}

export function shown(state: string): Shown {
  const found = STATES[state]
  return found ? { tone: found.tone, words: found.words() } : { tone: 'quiet', words: state }
}

/** A purchase order by how far its order with the seller has come. */
export function orderState(status: string, orderStatus: string | null | undefined): Shown {
  if (orderStatus === 'completed') return shown('completed')
  if (status === 'issued' && orderStatus !== 'placed') return shown('confirmed')
  return shown(status)
}

export const invoiceState = (status: string): Shown => shown(status === 'issued' ? 'open' : status)

const EVENTS: Record<string, () => string> = {
  asked: m.companies_event_asked,
  quoted: m.companies_event_quoted,
  revising: m.companies_event_revising,
  accepted: m.companies_event_accepted,
  declined: m.companies_event_declined,
  expired: m.companies_event_expired,
  requested: m.companies_event_requested,
  issued: m.companies_event_issued,
  refused: m.companies_event_refused,
  cancelled: m.companies_event_cancelled,
  closed: m.companies_event_closed,
  'handover-sent': m.companies_event_handover_sent,
  'handover-received': m.companies_event_handover_received,
  'handover-signed': m.companies_event_handover_signed,
  'handover-recount': m.companies_event_handover_recount,
  'handover-withdrawn': m.companies_event_handover_withdrawn,
  'invoice-issued': m.companies_event_invoice_issued,
  'invoice-withheld': m.companies_event_invoice_withheld,
  'invoice-part-received': m.companies_event_invoice_part,
  'invoice-paid': m.companies_event_invoice_paid,
  'invoice-cancelled': m.companies_event_invoice_cancelled,
}

export function momentsOf(timeline: readonly Moment[]) {
  return timeline.map(({ type, at, by, reason }) => ({
    title: EVENTS[type]?.() ?? type,
    at,
    detail: [by, reason].filter(Boolean).join(': '),
  }))
}

/** The first thing and how many more. */
export const goodsIn = ({ title, kinds }: { title: string; kinds: number }): string =>
  kinds > 1 ? m.companies_goods_more({ title, count: kinds - 1 }) : title

export const withholdingName = (kind: 'pph22' | 'pph23' | 'ppn'): string =>
  ({
    pph22: m.companies_withhold_pph22,
    pph23: m.companies_withhold_pph23,
    ppn: m.companies_withhold_ppn,
  })[kind]()

const DOCUMENTS: Record<string, () => string> = {
  rfq: m.companies_doc_rfq,
  quote: m.companies_doc_quote_title,
  po: m.companies_doc_po,
  bast: m.companies_doc_bast,
  invoice: m.companies_doc_invoice,
  receipt: m.companies_doc_receipt,
  'credit-note': m.companies_doc_credit,
}

export const documentName = (kind: string): string => DOCUMENTS[kind]?.() ?? kind
