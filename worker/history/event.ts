/**
 * An event is a fact in the life of one subject (a purchase, an order, a loan): what happened, who did
 * it, when, under which request. Its `(subject, seq)` is a primary key: of two writers who read the same
 * state the second collides and is refused as outdated. The trail is the lock.
 */
import type { Instant } from '#worker/kernel/calendar'

/** Who, when and under which request: what every recorded act carries. */
export type Act = { actorId: string; at: Instant; requestId: string }

export type Happened = Act & {
  subject: string
  seq: number
  /** Past participle: `placed`, `paid`, `disbursed`. */
  type: string
  data?: Readonly<Record<string, unknown>>
}
