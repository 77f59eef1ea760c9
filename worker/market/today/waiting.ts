/**
 * What else waits for a seller beside orders to be sent, kind by kind: one line here and one count in the
 * queries for each, and a page to which the kind leads.
 */
export const WAITING = ['questions', 'reviews', 'labels'] as const
export type WaitingKind = (typeof WAITING)[number]

export type Waiting = { kind: WaitingKind; count: number }

/** Labels are told of so many days before they end. */
export const LABEL_NOTICE_DAYS = 30
