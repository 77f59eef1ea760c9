/**
 * Suspense: money that came and pays nothing yet. Each item keeps its age, the reason why it waits, and how
 * much of it is left; it ends assigned to purchases, returned to its sender, or taken back by a gateway.
 * Several items may pay one purchase together; one item may pay several.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { Received } from '#worker/market/paying/payments/settlement'
import type { Purchase } from '#worker/market/buying/purchases/purchase'

export const CAUSES = ['short', 'over', 'late', 'double', 'unknown', 'mismatch'] as const
/** `short`: less than the total; `mismatch`: a gateway brought another amount than was asked. */
export type Cause = (typeof CAUSES)[number]
export const SOURCES = ['bank', 'midtrans', 'xendit'] as const
export type Source = (typeof SOURCES)[number]
export const SUSPENSE_STATES = ['open', 'assigned', 'returned'] as const
export type SuspenseStatus = (typeof SUSPENSE_STATES)[number]

/** Money without an open purchase of its amount. */
export type Unmatched = Received & {
  id: string
  book: string
  /** The purchase it seems to belong to. */
  purchaseId: string | null
  /** The invoice it came for. */
  invoiceId: string | null
  source: Source
  cause: Cause
  status: SuspenseStatus
  /** What has been neither assigned nor returned. */
  rest: Amount
  returnReference: string | null
  createdAt: Instant
  closedAt: Instant | null
  /** The number of its last event. */
  version: number
}

const DAY = 24 * 60 * 60 * 1000
/** From then on the operator is reminded of an item. */
export const OLD_AFTER_MS = 3 * DAY

export const isOld = ({ status, createdAt }: Unmatched, now: Instant) =>
  status === 'open' && now - createdAt > OLD_AFTER_MS

type Come = Received & {
  id: string
  book: string
  purchaseId: string | null
  invoiceId?: string | null
  source?: Source
  cause: Cause
  createdAt: Instant
}

export function suspended({ source = 'bank', invoiceId = null, ...come }: Come): Unmatched {
  return {
    ...come,
    source,
    invoiceId,
    status: 'open',
    rest: come.amount,
    returnReference: null,
    closedAt: null,
    version: 1,
  }
}

/** Why money waits that came for this purchase, or for none. */
export function causeOf(purchase: Purchase | null, amount: Amount): Cause {
  if (!purchase) return 'unknown'
  if (purchase.status === 'settled') return 'double'
  if (purchase.status === 'expired' || purchase.status === 'cancelled') return 'late'
  if (purchase.status !== 'pending') return 'unknown'
  return amount < purchase.total ? 'short' : amount > purchase.total ? 'over' : 'unknown'
}

/** How much is missing for a purchase of which parts have come; nothing when none have. */
export function missingOf(purchase: Purchase, parts: readonly Unmatched[]): Amount | null {
  const open = parts.filter((one) => one.status === 'open' && one.cause === 'short')
  if (purchase.status !== 'pending' || open.length === 0) return null
  const missing = subtract(purchase.total, sum(open.map((one) => one.rest)))
  return missing > 0 ? missing : ZERO
}

export type Taken = { item: Unmatched; amount: Amount }

/** What each item gives to pay exactly the total, in their order. */
export function assign(
  items: readonly Unmatched[],
  { total }: { total: Amount },
  now: Instant,
): Taken[] {
  const open = items.filter((one) => one.status === 'open')
  refuseUnless(open.length === items.length, 'illegal-transition', 'Some of it is used already.')
  const given = sum(open.map((one) => one.rest))
  if (given < total) {
    throw new Refusal('amount-mismatch', 'Together this is less than the total.', {
      facts: { total, amount: given, difference: subtract(given, total) },
    })
  }
  let due = total
  return open.flatMap((item) => {
    const amount = item.rest < due ? item.rest : due
    due = subtract(due, amount)
    return amount > 0 ? [{ item: drawn(item, amount, 'assigned', now), amount }] : []
  })
}

/** The item, less what was taken of it; it is over when nothing is left. */
export function drawn(
  item: Unmatched,
  amount: Amount,
  to: 'assigned' | 'returned',
  now: Instant,
): Unmatched {
  const rest = subtract(item.rest, amount)
  const over = rest === 0 ? { status: to, closedAt: now } : {}
  return { ...item, ...over, rest, version: item.version + 1 }
}

export type Return = { reference: string; returnedOn: LocalDate; bank: string; account: string }

/** All that is left goes back to its sender. */
export function giveBack(item: Unmatched, { reference }: Return, now: Instant): Taken {
  refuseUnless(item.status === 'open', 'illegal-transition', 'Nothing of it is left to return.')
  const after = drawn(item, item.rest, 'returned', now)
  return { item: { ...after, returnReference: reference }, amount: item.rest }
}
