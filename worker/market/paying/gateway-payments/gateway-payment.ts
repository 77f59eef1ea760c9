/**
 * An attempt to pay through a gateway, and what to do about what the gateway reports of it. Reports come
 * twice, late, in any order, or never; each is compared with what the books have, and only the difference
 * is booked. What is not understood changes nothing.
 */
import { instant, type Instant } from '#worker/kernel/calendar'
import { subtract, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { Provider, Report } from '#worker/market/paying/gateway-payments/report'
import { isProvider } from '#worker/market/paying/gateway-payments/report'
import type { Purchase } from '#worker/market/buying/purchases/purchase'

export const GATEWAY_STATES = ['asked', 'open', 'paid', 'failed', 'expired'] as const
export type GatewayStatus = (typeof GATEWAY_STATES)[number]

export type GatewayPayment = {
  id: string
  book: string
  purchaseId: string
  provider: Provider
  /** The reference we gave; nobody uses it twice. */
  reference: string
  amount: Amount
  status: GatewayStatus
  providerId: string | null
  redirectTo: string | null
  /** What the books have received through it, and given back. */
  received: Amount
  back: Amount
  askedAt: Instant
  paidAt: Instant | null
  /** When the clock asks next; null when it has been long enough. */
  checkAt: Instant | null
  version: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** For so long the clock asks what became of an attempt: late payments, reversals. */
const WATCHED_MS = 15 * DAY
export const MOST_ATTEMPTS = 10

/** When the gateway is asked next: soon at first, each night later, never after two weeks. */
export function nextCheck({ askedAt, status }: GatewayPayment, now: Instant): Instant | null {
  const age = now - askedAt
  if (age >= WATCHED_MS) return null
  if (status !== 'asked' && status !== 'open') return instant(now + DAY)
  if (age < HOUR) return instant(now + 5 * MINUTE)
  return instant(now + (age < DAY ? HOUR : DAY))
}

type Beginning = { id: string; book: string; now: Instant; attempts: readonly GatewayPayment[] }

/** A new attempt to pay an open purchase, as yet only asked for. */
export function beginPayment(
  purchase: Purchase,
  { id, book, now, attempts }: Beginning,
): GatewayPayment {
  const { code, method, status, expiresAt } = purchase
  const provider = isProvider(method) ? method : null
  if (!provider) {
    throw new Refusal('illegal-transition', 'This purchase is paid in another way.')
  }
  const isOpen = status === 'pending' && now < expiresAt
  if (!isOpen) throw new Refusal('payment-expired', 'The time to pay this purchase is over.')
  refuseUnless(attempts.length < MOST_ATTEMPTS, 'outside-limits', 'Too many attempts to pay this.')
  const attempt: GatewayPayment = {
    ...{ id, book, provider, purchaseId: purchase.id, amount: purchase.total },
    reference: `${code}-${attempts.length + 1}`,
    ...{ status: 'asked', providerId: null, redirectTo: null, askedAt: now, paidAt: null },
    ...{ received: 0 as Amount, back: 0 as Amount, checkAt: null, version: 1 },
  }
  return { ...attempt, checkAt: nextCheck(attempt, now) }
}

export type Opened = { providerId: string | null; redirectTo: string }

export function openPayment(payment: GatewayPayment, opened: Opened): GatewayPayment {
  return { ...payment, ...opened, status: 'open', version: payment.version + 1 }
}

export type Move =
  | { kind: 'receive'; amount: Amount; isExact: boolean }
  | { kind: 'give-back'; amount: Amount; isWhole: boolean; total: Amount }
  | { kind: 'end'; to: 'failed' | 'expired' }
  | { kind: 'nothing'; outcome: Outcome }

/** What became of a notice, as it is kept beside it. */
export type Outcome =
  | 'received'
  | 'given-back'
  | 'ended'
  | 'no-change'
  | 'unknown-status'
  | 'unknown-payment'
  | 'unconfirmed'
  | 'unreadable'

const nothing = (outcome: Outcome): Move => ({ kind: 'nothing', outcome })

/** The next thing that the books lack of what the gateway reports. */
export function nextMove(payment: GatewayPayment, report: Report): Move {
  const { status, received, back } = payment
  if (report.reference !== payment.reference || report.state === 'unknown') {
    return nothing('unknown-status')
  }
  // Another of their payments under our reference would be a second one: it needs a person.
  const isOther = payment.providerId !== null && report.providerId !== payment.providerId
  if (isOther && received > 0) return nothing('unknown-payment')
  if (report.currency !== 'IDR' || report.amount === null) return nothing('unreadable')
  if (received === 0) {
    if (report.state === 'paid' && report.amount > 0) {
      return { kind: 'receive', amount: report.amount, isExact: report.amount === payment.amount }
    }
    const isUndecided = status === 'asked' || status === 'open'
    const ended = report.state === 'failed' || report.state === 'expired' ? report.state : null
    return ended && isUndecided ? { kind: 'end', to: ended } : nothing('no-change')
  }
  const target = report.state === 'failed' ? received : report.back
  const total = target > received ? received : target
  if (total <= back) return nothing('no-change')
  return { kind: 'give-back', amount: subtract(total, back), isWhole: total === received, total }
}

/** The payment after a move, with the gateway's own number for it. */
export function movedBy(
  payment: GatewayPayment,
  move: Move,
  at: { now: Instant; providerId: string },
) {
  const { now, providerId } = at
  const version = payment.version + 1
  const known = { ...payment, providerId: payment.providerId ?? providerId, version }
  const moved: GatewayPayment =
    move.kind === 'receive'
      ? { ...known, status: 'paid', received: move.amount, paidAt: now }
      : move.kind === 'give-back'
        ? { ...known, back: move.total }
        : move.kind === 'end'
          ? { ...known, status: move.to }
          : payment
  return { ...moved, checkAt: nextCheck(moved, now) }
}
