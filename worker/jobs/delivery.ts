/**
 * From the outbox to the world. The minute job hands waiting rows to the queue; the queue's consumer
 * sends each and says so. A row is sent at least once: the queue and D1 share no batch.
 */
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { open, type Database } from '#db/client'
import { outbox } from '#db/schema/shell'
import type { Bindings, OutboxMessage } from '#worker/http/context'
import type { Tick } from '#worker/jobs/tick'
import { messengerFor } from '#worker/providers/messages'

const MOST_ATTEMPTS = 8
const FIRST_PAUSE_MS = 30_000

export async function sweepOutbox({ env, db, now }: Tick): Promise<number> {
  const waiting = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), lte(outbox.nextAt, now)))
    .orderBy(asc(outbox.nextAt))
    .limit(100)
  if (waiting.length === 0) return 0
  const ids = waiting.map((one) => one.id)
  await env.OUTBOX.sendBatch(ids.map((id) => ({ body: { id } })))
  // Not offered again while the queue has them; if the queue loses them, the sweep comes back.
  await db
    .update(outbox)
    .set({ nextAt: now + 10 * 60_000 })
    .where(inArray(outbox.id, ids))
  return ids.length
}

export async function deliver(env: Bindings, batch: MessageBatch<OutboxMessage>): Promise<void> {
  const { db } = open(env.DB, { from: 'first-primary', gather: false })
  for (const message of batch.messages) {
    await deliverOne(env, db, message.body.id, env.clock?.() ?? Date.now())
    message.ack()
  }
}

async function deliverOne(env: Bindings, db: Database, id: string, now: number): Promise<void> {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id))
  if (!row || row.status !== 'waiting') return
  const messenger = messengerFor(env, row.channel)
  const change = messenger === null ? ({ status: 'kept' } as const) : await attempt()
  await db.update(outbox).set(change).where(eq(outbox.id, id))

  async function attempt() {
    const attempts = row!.attempts + 1
    try {
      await messenger!.send(row!)
      return { status: 'sent', attempts, sentAt: now, error: null } as const
    } catch (reason) {
      const error = reason instanceof Error ? reason.message.slice(0, 200) : 'unknown'
      const status = attempts >= MOST_ATTEMPTS ? ('failed' as const) : ('waiting' as const)
      return { status, attempts, error, nextAt: now + FIRST_PAUSE_MS * 2 ** attempts }
    }
  }
}
