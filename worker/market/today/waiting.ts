/**
 * What else waits for a seller beside orders to be sent, kind by kind: one line here and one count in the
 * queries for each, and a page to which the kind leads.
 */
export const WAITING = [
  ...(['cancellations', 'returns', 'complaints'] as const),
  ...(['questions', 'reviews', 'labels'] as const),
] as const
export type WaitingKind = (typeof WAITING)[number]

/** `orderId`: the order of which the first of them is, for what is done on its page. */
export type Waiting = { kind: WaitingKind; count: number; orderId: string | null }

/** Labels are told of so many days before they end. */
export const LABEL_NOTICE_DAYS = 30
