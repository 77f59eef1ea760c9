// The shape of past purchases. Every time is an instant, so that a runner can set the clock and let the
// application act; what has not happened yet at the end of the story is left out.

import type { Instant } from '#worker/kernel/calendar'

export type LineStory = {
  readonly product: string
  /** The variant's name, '' for an only one. */
  readonly variant: string
  readonly quantity: number
}

export type OrderStory = {
  readonly enterprise: string
  readonly delivery: 'courier' | 'pickup'
  readonly lines: readonly LineStory[]
  readonly confirmedAt?: Instant
  readonly packedAt?: Instant
  readonly shippedAt?: Instant
  readonly courier?: string
  readonly trackingNumber?: string
  readonly deliveredAt?: Instant
  /** When the buyer said that it came; without it the clock completes the order. */
  readonly receivedAt?: Instant
  /** The seller could not send it; its money and its stock go back. */
  readonly cancelledAt?: Instant
  readonly reason?: string
}

export type PurchaseStory = {
  readonly key: string
  readonly buyer: string
  readonly placedAt: Instant
  /** `open` is waiting for its money; `expired` is left to the clock. */
  readonly ends: 'settled' | 'open' | 'expired' | 'cancelled'
  readonly proofAt?: Instant
  readonly settledAt?: Instant
  readonly cancelledAt?: Instant
  readonly orders: readonly OrderStory[]
}
