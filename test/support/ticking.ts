/** One minute of the clock for one job, as `everyMinute` would ring it. */
import { env } from 'cloudflare:workers'
import { open } from '#db/client'
import { bindings, clock } from '#test/support/client'
import type { Bindings } from '#worker/http/context'
import type { Job } from '#worker/jobs/tick'
import { instant } from '#worker/kernel/calendar'
import { timeOrderedId } from '#worker/kernel/id'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

export function ring(job: Job, more: Partial<Bindings> = {}): Promise<number> {
  const { DB } = env as unknown as { DB: D1Database }
  const now = instant(clock.now)
  return job({
    env: { ...bindings(), ...more },
    db: open(DB, { from: 'first-primary', gather: false }).db,
    now,
    act: { actorId: 'job:test', at: now, requestId: timeOrderedId(now, random) },
    random,
    newId: () => timeOrderedId(now, random),
  })
}
