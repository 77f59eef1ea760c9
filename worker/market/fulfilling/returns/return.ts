/**
 * A return: the buyer wants to send pieces back. The seller accepts or refuses; accepted, the buyer sends
 * them, the seller has them back and gives the money back. Silence ends somewhere in each state: an
 * unanswered return is accepted, one that is never sent is withdrawn, one that was sent and is never
 * acknowledged counts as received, one that was received is refunded. Who refuses may be overruled by the
 * operator.
 */
import type { Instant } from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import { by } from '#worker/market/fulfilling/orders/clocks'
import { piecesOf, type Pieces } from '#worker/market/fulfilling/refunds/back'

export const RETURN_STATUSES = [
  'asked',
  'accepted',
  'refused',
  'received',
  'refunded',
  'withdrawn',
] as const
export type ReturnStatus = (typeof RETURN_STATUSES)[number]

export const RETURN_TRANSITIONS: Transitions<ReturnStatus> = {
  asked: ['accepted', 'refused', 'withdrawn'],
  accepted: ['received', 'withdrawn'],
  received: ['refunded'],
  refused: [],
  refunded: [],
  withdrawn: [],
}

/** `unwanted` is the buyer's change of mind; the others are faults of the goods. */
export const RETURN_KINDS = ['damaged', 'wrong', 'different', 'unwanted'] as const
export type ReturnKind = (typeof RETURN_KINDS)[number]

export type Side = 'buyer' | 'seller'

export type Return = {
  id: string
  orderId: string
  /** Which of its order, from 1. */
  n: number
  status: ReturnStatus
  kind: ReturnKind
  reason: string
  lines: readonly Pieces[]
  /** Who pays for sending it back; said when it is accepted. */
  shippingBy: Side | null
  answer: string | null
  courier: string | null
  trackingNumber: string | null
  restocked: boolean
  refundId: string | null
  askedAt: Instant
  sentBackAt: Instant | null
  receivedAt: Instant | null
  closedAt: Instant | null
  /** When the clock ends its present state. */
  dueAt: Instant | null
}

type Asked = { kind: ReturnKind; reason: string; lines: readonly Pieces[] }
type Made = { id: string; orderId: string; n: number; at: Instant }

/** Asks to send pieces back, of those that may be. */
export function ask(asked: Asked, returnable: readonly Pieces[], made: Made): Return {
  refuseUnless(asked.lines.length > 0, 'nothing-due', 'Name at least one piece.')
  for (const { n } of asked.lines) {
    const most = piecesOf(returnable, n)
    if (piecesOf(asked.lines, n) > most) {
      throw new Refusal('outside-limits', `Of line ${n} at most ${most} can be sent back.`, {
        facts: { line: n, left: most },
      })
    }
  }
  const { id, orderId, n, at } = made
  return {
    ...{ id, orderId, n, ...asked },
    status: 'asked',
    shippingBy: null,
    answer: null,
    courier: null,
    trackingNumber: null,
    restocked: false,
    refundId: null,
    askedAt: at,
    sentBackAt: null,
    receivedAt: null,
    closedAt: null,
    dueAt: by('returnAnswer', at),
  }
}

const moved = (one: Return, to: ReturnStatus): Return => ({
  ...one,
  status: transition(RETURN_TRANSITIONS, one.status, to),
})

/** Whoever is at fault pays the way back, unless the seller takes it on. */
export const usualPayer = ({ kind }: Pick<Return, 'kind'>): Side =>
  kind === 'unwanted' ? 'buyer' : 'seller'

export function accept(
  one: Return,
  given: { shippingBy?: Side; answer?: string | null },
  at: Instant,
) {
  const { shippingBy = usualPayer(one), answer = null } = given
  return { ...moved(one, 'accepted'), shippingBy, answer, dueAt: by('sendingBack', at) }
}

export function refuse(one: Return, answer: string, at: Instant): Return {
  return { ...moved(one, 'refused'), answer, closedAt: at, dueAt: null }
}

/** The buyer has handed it to a courier. */
export function sendBack(
  one: Return,
  given: { courier: string; trackingNumber: string | null },
  at: Instant,
): Return {
  const isWaiting = one.status === 'accepted' && one.sentBackAt === null
  refuseUnless(isWaiting, 'illegal-transition', 'Nothing is awaited from the buyer.')
  return { ...one, ...given, sentBackAt: at, dueAt: by('comingBack', at) }
}

export function receive(one: Return, restocked: boolean, at: Instant): Return {
  return { ...moved(one, 'received'), restocked, receivedAt: at, dueAt: by('returnRefund', at) }
}

export function repay(one: Return, refundId: string, at: Instant): Return {
  return { ...moved(one, 'refunded'), refundId, closedAt: at, dueAt: null }
}

export function withdraw(one: Return, at: Instant): Return {
  const isUnsent = one.sentBackAt === null
  refuseUnless(isUnsent, 'illegal-transition', 'It is on its way back to the seller already.')
  return { ...moved(one, 'withdrawn'), closedAt: at, dueAt: null }
}
