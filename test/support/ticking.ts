/** One job of a minute, as `everyMinute` rings it: now, unless the bindings bring another clock. */
import { open } from '#db/client'
import { bindings, clock } from '#test/support/client'
import type { Bindings } from '#worker/http/context'
import type { Job } from '#worker/jobs/tick'
import { instant } from '#worker/kernel/calendar'
import { timeOrderedId } from '#worker/kernel/id'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

export function ring(job: Job, more: Partial<Bindings> = {}): Promise<number> {
  const env = { ...bindings(), ...more }
  const now = instant(more.clock?.() ?? clock.now)
  return job({
    env,
    db: open(env.DB, { from: 'first-primary', gather: false }).db,
    now,
    act: { actorId: 'job:test', at: now, requestId: timeOrderedId(now, random) },
    random,
    newId: () => timeOrderedId(now, random),
  })
}
