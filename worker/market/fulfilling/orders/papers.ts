/**
 * What belongs to an order beyond its lines: its parcels, its refunds, what was asked to be sent back and
 * what was complained of. They have no life of their own: each change of one is an event of the order, so
 * that of two who act on the same state the second collides, whatever the two are about.
 */
import type { Complaint } from '#worker/market/fulfilling/complaints/complaint'
import type { Refund } from '#worker/market/fulfilling/refunds/refund'
import type { Return } from '#worker/market/fulfilling/returns/return'
import type { Parcel } from '#worker/market/fulfilling/shipments/parcel'

export type Papers = {
  parcels: readonly Parcel[]
  refunds: readonly Refund[]
  returns: readonly Return[]
  complaints: readonly Complaint[]
}

export const NO_PAPERS: Papers = { parcels: [], refunds: [], returns: [], complaints: [] }

/** Those that a step makes or changes. */
export type ChangedPapers = Partial<Papers>

type Numbered = { id: string }

function merged<Paper extends Numbered>(before: readonly Paper[], changed: readonly Paper[] = []) {
  const kept = before.map((one) => changed.find(({ id }) => id === one.id) ?? one)
  return [...kept, ...changed.filter(({ id }) => !before.some((one) => one.id === id))]
}

export function papersAfter(before: Papers, changed: ChangedPapers = {}): Papers {
  return {
    parcels: merged(before.parcels, changed.parcels),
    refunds: merged(before.refunds, changed.refunds),
    returns: merged(before.returns, changed.returns),
    complaints: merged(before.complaints, changed.complaints),
  }
}

/** Returns and complaints that nobody has closed: while there is one, nothing completes by itself. */
export function disputesIn({ returns, complaints }: Papers): number {
  return [...returns, ...complaints].filter((one) => one.closedAt === null).length
}
