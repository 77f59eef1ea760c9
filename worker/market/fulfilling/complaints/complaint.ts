/**
 * A complaint: something is wrong and the two sides talk. The seller answers; either of them asks the
 * operator, who decides with reasons: money back, a replacement, or nothing. The seller may give in before
 * that. Silence ends somewhere in each state: what never arrived and goes unanswered is refunded, another
 * unanswered complaint goes to the operator, an answered one that nobody takes further is laid down, and
 * where the operator does not decide, or the replacement does not leave, the buyer gets her money.
 */
import type { Instant } from '#worker/kernel/calendar'
import { refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import { by } from '#worker/market/fulfilling/orders/clocks'

export const COMPLAINT_STATUSES = [
  'open',
  'answered',
  'mediation',
  'replacing',
  'closed',
  'withdrawn',
] as const
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number]

export const COMPLAINT_TRANSITIONS: Transitions<ComplaintStatus> = {
  open: ['answered', 'mediation', 'closed', 'withdrawn'],
  answered: ['mediation', 'closed', 'withdrawn'],
  mediation: ['replacing', 'closed', 'withdrawn'],
  replacing: ['closed'],
  closed: [],
  withdrawn: [],
}

/** What a buyer may complain of; `return-refused` takes a refused return to the operator. */
export const COMPLAINT_KINDS = [
  'not-arrived',
  'damaged',
  'wrong',
  'other',
  'return-refused',
] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]

export const OUTCOMES = ['refund', 'replacement', 'nothing'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Author = 'buyer' | 'seller' | 'operator'
export type Decider = 'seller' | 'operator' | 'clock'

export type ComplaintMessage = { n: number; author: Author; body: string; at: Instant }

export const MOST_MESSAGES = 50

export type Complaint = {
  id: string
  orderId: string
  /** Which of its order, from 1. */
  n: number
  kind: ComplaintKind
  shipmentId: string | null
  returnId: string | null
  status: ComplaintStatus
  outcome: Outcome | null
  /** The reasons, as both sides read them. */
  decision: string | null
  decidedBy: Decider | null
  refundId: string | null
  messages: readonly ComplaintMessage[]
  openedAt: Instant
  /** When the operator was asked. */
  askedAt: Instant | null
  closedAt: Instant | null
  /** When the clock ends its present state. */
  dueAt: Instant | null
}

export type Opening = {
  kind: ComplaintKind
  text: string
  shipmentId: string | null
  returnId: string | null
}

type Made = { id: string; orderId: string; n: number; at: Instant }

/** A refused return goes to the operator at once: the seller has said what she thinks. */
export function open({ kind, text, shipmentId, returnId }: Opening, made: Made): Complaint {
  const { id, orderId, n, at } = made
  const isAppeal = kind === 'return-refused'
  return {
    ...{ id, orderId, n, kind, shipmentId, returnId },
    status: isAppeal ? 'mediation' : 'open',
    outcome: null,
    decision: null,
    decidedBy: null,
    refundId: null,
    messages: [{ n: 1, author: 'buyer', body: text, at }],
    openedAt: at,
    askedAt: isAppeal ? at : null,
    closedAt: null,
    dueAt: isAppeal ? by('decision', at) : by('complaintAnswer', at),
  }
}

export const isOpen = ({ closedAt }: Pick<Complaint, 'closedAt'>): boolean => closedAt === null

const moved = (one: Complaint, to: ComplaintStatus): Complaint => ({
  ...one,
  status: transition(COMPLAINT_TRANSITIONS, one.status, to),
})

/** Somebody says something; the seller's first word is her answer. */
export function say(one: Complaint, author: Author, body: string, at: Instant): Complaint {
  refuseUnless(isOpen(one), 'illegal-transition', 'This complaint is closed.')
  refuseUnless(
    one.messages.length < MOST_MESSAGES,
    'outside-limits',
    `A complaint holds ${MOST_MESSAGES} messages.`,
  )
  const messages = [...one.messages, { n: one.messages.length + 1, author, body, at }]
  if (author !== 'seller' || one.status !== 'open') return { ...one, messages }
  return { ...moved(one, 'answered'), messages, dueAt: by('mediationRequest', at) }
}

/** Either side, or the clock, asks the operator. */
export function mediate(one: Complaint, at: Instant): Complaint {
  return { ...moved(one, 'mediation'), askedAt: at, dueAt: by('decision', at) }
}

type Decided = { decidedBy: Decider; decision: string }

function close(one: Complaint, outcome: Outcome, decided: Decided, at: Instant): Complaint {
  return { ...moved(one, 'closed'), ...decided, outcome, closedAt: at, dueAt: null }
}

export function repay(one: Complaint, refundId: string, decided: Decided, at: Instant): Complaint {
  return { ...close(one, 'refund', decided, at), refundId }
}

export const dismiss = (one: Complaint, decided: Decided, at: Instant): Complaint =>
  close(one, 'nothing', decided, at)

/** The seller owes another one; the complaint stays open until it has left. */
export function orderReplacement(one: Complaint, decided: Decided, at: Instant): Complaint {
  const dueAt = by('replacement', at)
  return { ...moved(one, 'replacing'), ...decided, outcome: 'replacement', dueAt }
}

export function replace(one: Complaint, at: Instant): Complaint {
  return { ...moved(one, 'closed'), closedAt: at, dueAt: null }
}

export function withdraw(one: Complaint, at: Instant): Complaint {
  return { ...moved(one, 'withdrawn'), closedAt: at, dueAt: null }
}
