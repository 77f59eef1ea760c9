import type { Database } from '#db/client'
import type { Act } from '#worker/history/event'
import type { Bindings } from '#worker/http/context'
import type { Instant } from '#worker/kernel/calendar'
import type { Random } from '#worker/kernel/id'

/** What a job is given; it knows no other clock. */
export type Tick = {
  env: Bindings
  db: Database
  now: Instant
  act: Act
  random: Random
  newId: () => string
}

/** Does a bounded part of what is due and says how many it did. */
export type Job = (tick: Tick) => Promise<number>
