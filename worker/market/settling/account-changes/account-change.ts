/**
 * Another account for an enterprise's money. It is asked for by who may, with a second factor confirmed
 * minutes ago; all who lead the enterprise are told; it counts a day later unless one of them stops it.
 * Until then the old one stays. The first account of an enterprise counts at once: there is no other.
 */
import type { Instant } from '#worker/kernel/calendar'
import { instant } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import type { BankAccount } from '#worker/market/offering/enterprises/enterprise'

export const ACCOUNT_CHANGE_STATUSES = ['waiting', 'stopped', 'valid'] as const
export type AccountChangeStatus = (typeof ACCOUNT_CHANGE_STATUSES)[number]

export const WAITS_MS = 24 * 60 * 60 * 1000

export type AccountChange = {
  id: string
  enterpriseId: string
  account: BankAccount
  status: AccountChangeStatus
  askedBy: string
  askedAt: Instant
  validFrom: Instant
  endedBy: string | null
  endedAt: Instant | null
  version: number
}

type Asking = { id: string; enterpriseId: string; by: string; at: Instant }

/** Asks for another account, in place of `current`. */
export function askForAccount(
  account: BankAccount,
  current: BankAccount | null,
  { id, enterpriseId, by, at }: Asking,
): AccountChange {
  const first = current === null
  return {
    ...{ id, enterpriseId, account, askedBy: by, askedAt: at, version: 1 },
    status: first ? 'valid' : 'waiting',
    validFrom: first ? at : instant(at + WAITS_MS),
    endedBy: first ? by : null,
    endedAt: first ? at : null,
  }
}

/** Ends its waiting: whoever leads the enterprise stops it, or its time has come. */
export function endWaiting(
  change: AccountChange,
  to: 'stopped' | 'valid',
  { by, at }: { by: string; at: Instant },
): AccountChange {
  const ripe = at >= change.validFrom
  if (change.status !== 'waiting' || (to === 'stopped') === ripe) {
    throw new Refusal('illegal-transition', `A change that is ${change.status} cannot be ended.`, {
      facts: { from: change.status, to },
    })
  }
  return { ...change, status: to, endedBy: by, endedAt: at, version: change.version + 1 }
}
