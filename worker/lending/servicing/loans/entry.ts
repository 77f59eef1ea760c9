/**
 * What each event did with money: how much of it was which part of the debt. Together the entries
 * of a loan are all that the books know of it.
 */

import { ZERO } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Channel, Effective } from '#worker/lending/servicing/loans/events'
import { NOTHING } from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'

/** The parts of a debt, and what was paid beyond it. */
export type Split = Parts & { readonly overpayment: Amount }

export const NO_SPLIT: Split = { ...NOTHING, overpayment: ZERO }

/**
 * Disbursed and drawn: principal handed over; the fees of the whole loan go with its first part. Moved in:
 * principal that counts as paid before, and interest earned before. Recovered: as principal, whatever the
 * claim consists of. Rescheduled: the principal planned anew and what was carried over; paused: the interest
 * that it adds. A repayment after a write-off is recovered, a recovery without one repaid.
 */
export interface Entry {
  readonly seq: number
  readonly kind: Effective['kind']
  readonly on: LocalDate
  readonly channel: Channel
  readonly split: Split
}

export function entryOf(
  event: Effective,
  split: Partial<Split>,
  kind: Effective['kind'] = event.kind,
): Entry {
  const { seq, on } = event
  const channel = ('channel' in event ? event.channel : undefined) ?? 'bank'
  return { seq, kind, on, channel, split: { ...NO_SPLIT, ...split } }
}
