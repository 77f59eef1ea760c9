/** One job of a minute, as `everyMinute` rings it: now, unless the bindings bring another clock. */
import { open } from '#db/client'
import { bindings, clock } from '#test/support/client'
import type { Bindings } from '#worker/http/context'
import type { Job } from '#worker/jobs/tick'
import { instant } from '#worker/kernel/calendar'
import { timeOrderedId } from '#worker/kernel/id'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

export async function ring(job: Job, more: Partial<Bindings> = {}): Promise<number> {
  return (await rung(job, more)).done
}

/** With what it cost. */
export async function rung(job: Job, more: Partial<Bindings> = {}) {
  const env = { ...bindings(), ...more }
  const now = instant(more.clock?.() ?? clock.now)
  const { db, cost } = open(env.DB, { from: 'first-primary', gather: false })
  const done = await job({
    env,
    db,
    now,
    act: { actorId: 'job:test', at: now, requestId: timeOrderedId(now, random) },
    random,
    newId: () => timeOrderedId(now, random),
  })
  return { done, cost }
}
