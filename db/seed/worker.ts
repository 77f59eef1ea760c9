/**
 * The application with its clock in our hands, for making past months: each request brings the
 * instant at which it happens. It runs on this machine alone, while a new network is being made.
 */
import { open } from '#db/client'
import { loadLargeSet, type LargeSet } from '#db/seed/large'
import type { Progress } from '#db/seed/large/loading'
import { api } from '#worker/api'
import { random } from '#worker/http/arrive'
import type { Bindings, OutboxMessage } from '#worker/http/context'
import { everyMinute } from '#worker/jobs/clock'
import { deliver } from '#worker/jobs/delivery'

/** The header with the instant, in milliseconds; scripts/stage.ts sets it. */
const AT = 'x-at'

export default {
  async fetch(request, env, ctx) {
    const at = Number(request.headers.get(AT))
    const handedOver: OutboxMessage[] = []
    const then: Bindings = {
      ...{ ...env, clock: () => at, OUTBOX: queueInto(handedOver) },
      // Nobody listens to past months.
      WEBHOOKS: queueInto([]),
    }
    const { pathname } = new URL(request.url)
    if (pathname === '/large') return loaded(await request.json<LargeSet>(), env, at)
    if (pathname !== '/clock') return api.fetch(request, then, ctx)
    await everyMinute(then, at)
    if (handedOver.length > 0) await deliver(then, batchOf(handedOver))
    return Response.json({ handedOver: handedOver.length })
  },
} satisfies ExportedHandler<Bindings>

/** Loads the large set and says how far it is, a line of JSON at a time. */
function loaded(wanted: LargeSet, env: Bindings, now: number): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const write = (line: object) =>
    writer.write(new TextEncoder().encode(`${JSON.stringify(line)}\n`))
  const progress: Progress = (what, done, of) => write({ what, done, of })
  const { db } = open(env.DB, { from: 'first-primary', gather: false })
  loadLargeSet(wanted, { env, db, now, random, progress })
    .catch((reason: unknown) => write({ failed: reason instanceof Error ? reason.stack : reason }))
    .finally(() => writer.close())
  return new Response(readable)
}

/** What the clock hands over is delivered with the same clock; the rest it finds a minute later. */
function queueInto<Body>(messages: Body[]): Queue<Body> {
  const none = { backlogCount: 0, backlogBytes: 0 }
  return {
    metrics: async () => none,
    send: async (body) => {
      messages.push(body)
      return { metadata: { metrics: none } }
    },
    sendBatch: async (sent) => {
      for (const { body } of sent) messages.push(body)
      return { metadata: { metrics: none } }
    },
  }
}

function batchOf(bodies: readonly OutboxMessage[]): MessageBatch<OutboxMessage> {
  const settle = { ack() {}, retry() {} }
  const messages = bodies.map((body) => ({
    ...{ id: `${body.id}-${body.attempt}`, timestamp: new Date(0), attempts: 1, body },
    ...settle,
  }))
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } }
  return { queue: 'lumbung-outbox', messages, metadata, ackAll() {}, retryAll() {} }
}
