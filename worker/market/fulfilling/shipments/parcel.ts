/**
 * A parcel is a part of an order that was handed to a courier: which pieces are in it, how it is followed,
 * when it should have arrived at the latest, and when it did. An order has been sent when all its pieces
 * have left, and has arrived when all its parcels have. A replacement carries pieces that left before.
 */
import type { Instant } from '#worker/kernel/calendar'
import { instant } from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { by, CLOCKS } from '#worker/market/fulfilling/orders/clocks'
import { piecesOf, type Pieces } from '#worker/market/fulfilling/refunds/back'
import type { Refund } from '#worker/market/fulfilling/refunds/refund'

export type Parcel = {
  id: string
  orderId: string
  /** Which of its order, from 1. */
  n: number
  courier: string
  service: string | null
  trackingNumber: string | null
  /** What it replaces, if it does. */
  complaintId: string | null
  lines: readonly Pieces[]
  sentAt: Instant
  arriveBy: Instant
  /** When the buyer was asked whether it came. */
  askedAt: Instant | null
  deliveredAt: Instant | null
}

export type Shipment = {
  courier: string
  service?: string | null | undefined
  trackingNumber: string | null
  /** What is in it; everything that is left unless said otherwise. */
  lines?: readonly Pieces[] | undefined
}

type Whole = { n: number; quantity: number }

type Gone = { parcels: readonly Parcel[]; refunds: readonly Refund[] }

/** Pieces of a line that have left, but for replacements. */
export function sentOf(parcels: readonly Parcel[], n: number): number {
  return parcels
    .filter((parcel) => parcel.complaintId === null)
    .reduce((count, parcel) => count + piecesOf(parcel.lines, n), 0)
}

/** Pieces that were given up before they left: out of stock, or cancelled. */
export function givenUpOf(refunds: readonly Refund[], n: number): number {
  return refunds
    .filter((refund) => refund.kind === 'lines')
    .reduce((count, refund) => count + piecesOf(refund.lines, n), 0)
}

/** What still has to leave, line by line. */
export function leftToSend(lines: readonly Whole[], { parcels, refunds }: Gone): Pieces[] {
  return lines
    .map(({ n, quantity }) => ({
      n,
      quantity: quantity - sentOf(parcels, n) - givenUpOf(refunds, n),
    }))
    .filter((one) => one.quantity > 0)
}

/** The pieces of a parcel; refuses what is not left. */
export function packed(left: readonly Pieces[], asked: readonly Pieces[] | undefined): Pieces[] {
  refuseUnless(left.length > 0, 'illegal-transition', 'Everything has been sent already.')
  if (asked === undefined) return [...left]
  refuseUnless(asked.length > 0, 'nothing-due', 'A parcel holds at least one piece.')
  for (const { n } of asked) {
    const [wanted, most] = [piecesOf(asked, n), piecesOf(left, n)]
    if (wanted > most) {
      throw new Refusal('outside-limits', `Of line ${n} there are ${most} left to send.`, {
        facts: { line: n, left: most },
      })
    }
  }
  const named = [...new Set(asked.map((one) => one.n))]
  return named.map((n) => ({ n, quantity: piecesOf(asked, n) }))
}

export type NewParcel = {
  id: string
  orderId: string
  n: number
  at: Instant
  /** The most days its service takes, where that is known. */
  days: number | null
  complaintId?: string | null
}

export function parcelOf(shipment: Shipment, lines: readonly Pieces[], given: NewParcel): Parcel {
  const { id, orderId, n, at, days, complaintId = null } = given
  const { courier, service = null, trackingNumber } = shipment
  const transit = days === null ? CLOCKS.usualTransit : days * 24 * 60 * 60 * 1000
  const arriveBy = by('transitGrace', instant(at + transit))
  const kept = { id, orderId, n, courier, service, trackingNumber, complaintId, lines }
  return { ...kept, sentAt: at, arriveBy, askedAt: null, deliveredAt: null }
}

export type Correction = {
  courier?: string | undefined
  trackingNumber?: string | null | undefined
}

/** What was written down wrongly, until it has arrived. */
export function corrected(parcel: Parcel, { courier, trackingNumber }: Correction): Parcel {
  refuseUnless(parcel.deliveredAt === null, 'illegal-transition', 'It has arrived already.')
  return {
    ...parcel,
    courier: courier ?? parcel.courier,
    trackingNumber: trackingNumber === undefined ? parcel.trackingNumber : trackingNumber,
  }
}

export function arrived(parcel: Parcel, at: Instant): Parcel {
  refuseUnless(parcel.deliveredAt === null, 'illegal-transition', 'It has arrived already.')
  return { ...parcel, deliveredAt: at }
}

/** Parcels about which the buyer is asked now whether they came. */
export function toAskAbout(parcels: readonly Parcel[], now: Instant): Parcel[] {
  return parcels.filter(
    ({ arriveBy, askedAt, deliveredAt }) =>
      askedAt === null && deliveredAt === null && arriveBy <= now,
  )
}
