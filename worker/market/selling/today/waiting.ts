/**
 * What else waits for a seller beside orders to be sent, kind by kind: one line here and one count in the
 * queries for each, and a page to which the kind leads.
 */
import type { Permission } from '#worker/identity/permissions'

export const WAITING = [
  ...(['cancellations', 'returns', 'complaints'] as const),
  ...(['quotations', 'purchaseOrders', 'handovers'] as const),
  ...(['questions', 'reviews', 'labels'] as const),
] as const
export type WaitingKind = (typeof WAITING)[number]

/** `id`: of the order, purchase order, quotation or product on whose page the first of them is done. */
export type Waiting = { kind: WaitingKind; count: number; id: string | null }

/** Who may do it; nobody is shown what waits for others. */
export const DONE_BY: Readonly<Record<WaitingKind, Permission>> = {
  cancellations: 'order.refund',
  returns: 'order.fulfil',
  complaints: 'order.fulfil',
  quotations: 'quotation.answer',
  purchaseOrders: 'quotation.answer',
  handovers: 'quotation.answer',
  questions: 'question.answer',
  reviews: 'review.reply',
  labels: 'product.manage',
}

/** Labels are told of so many days before they end. */
export const LABEL_NOTICE_DAYS = 30
