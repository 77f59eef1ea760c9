/**
 * How long everybody has, in one place. Each clock of an order ends somewhere by itself, so that nobody's
 * silence holds money for ever. The seller's cancellation clock is the marketplaces' usual 1×24 hours.
 */
import { instant, type Instant } from '#worker/kernel/calendar'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

export const CLOCKS = {
  /** The seller answers a buyer who wants to cancel, or it is granted. */
  cancellationAnswer: DAY,
  /** After the seller was reminded that she is late and the buyer told so, it is cancelled. */
  lateCancellation: 4 * DAY,
  /** What is ready at the pick-up place and is not collected. */
  collection: 14 * DAY,
  /** Beyond the days the courier's service takes. */
  transitGrace: 3 * DAY,
  /** What a service takes when nobody knows. */
  usualTransit: 7 * DAY,
  /** From asking the buyer whether it came to taking silence for a yes. */
  arrivalAnswer: 3 * DAY,
  /** The seller answers a return, or it is accepted. */
  returnAnswer: 3 * DAY,
  /** The buyer sends it back, or it is taken for withdrawn. */
  sendingBack: 7 * DAY,
  /** The seller says that it came back, or it is taken for received. */
  comingBack: 14 * DAY,
  /** From having it back to giving the money back. */
  returnRefund: 2 * DAY,
  /** The seller answers a complaint; without an answer what never arrived is refunded. */
  complaintAnswer: 3 * DAY,
  /** The buyer takes an answered complaint to the operator, or lets it be. */
  mediationRequest: 5 * DAY,
  /** The operator decides; without a decision the buyer is right. */
  decision: 14 * DAY,
  /** The seller sends the replacement she owes, or refunds. */
  replacement: 5 * DAY,
  /** How long after an order is completed, or a parcel came, something can still be said. */
  afterwards: 7 * DAY,
  /** What is left to the buyer once a dispute was closed without her money. */
  reconsidering: 3 * DAY,
} as const

export type Clock = keyof typeof CLOCKS

/** When the clock strikes that is set now. */
export function by(clock: Clock, at: Instant): Instant {
  return instant(at + CLOCKS[clock])
}

export const later = (one: Instant | null, other: Instant): Instant =>
  one === null || other > one ? other : one
