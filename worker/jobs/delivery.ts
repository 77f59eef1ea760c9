/**
 * From the outbox to the world. The minute job hands what is due to the queue; the queue's consumer
 * begins the attempts, sends, and records how each ended. The row is the memory, not the queue: a queue
 * message may come twice (an attempt is begun once), late, or never (the minute job comes back to it), and
 * a crash between sending and recording sends once more. Delivered at least once, hardly ever twice.
 */
import { commit, open } from '#db/client'
import type { Bindings, OutboxMessage } from '#worker/http/context'
import { log } from '#worker/http/log'
import type { Tick } from '#worker/jobs/tick'
import { isOver, isSecret, outcomeOf, type Result, type Underway } from '#worker/outbox/message'
import { beginAttempts, recordOutcomes, takeDue } from '#worker/outbox/queries'
import { messengerFor } from '#worker/providers/messages'
import { Refused } from '#worker/providers/post'

const MOST = 100

export async function sweepOutbox({ env, db, now }: Tick): Promise<number> {
  const [due] = await commit(db, [takeDue(db, now, MOST)])
  if (due.length > 0) await env.OUTBOX.sendBatch(due.map((body) => ({ body })))
  return due.length
}

export async function deliver(env: Bindings, batch: MessageBatch<OutboxMessage>): Promise<void> {
  const { db } = open(env.DB, { from: 'first-primary', gather: false })
  const now = env.clock?.() ?? Date.now()
  const asked = batch.messages.map((one) => one.body)
  try {
    const [underway] = await commit(db, [beginAttempts(db, asked, now)])
    const outcomes = await Promise.all(underway.map((one) => attempt(env, one, now)))
    if (outcomes.length > 0) await commit(db, [recordOutcomes(db, outcomes)])
    for (const message of batch.messages) message.ack()
  } catch (reason) {
    log('error', {
      queue: batch.queue,
      error: reason instanceof Error ? reason.message : 'unknown',
    })
    for (const message of batch.messages) message.retry()
  }
}

async function attempt(env: Bindings, message: Underway, now: number) {
  const outcome = outcomeOf(message, await send(env, message, now), now)
  const forget = isSecret(message) && (outcome.status === 'sent' || outcome.status === 'failed')
  return { ...outcome, forget }
}

async function send(env: Bindings, message: Underway, now: number): Promise<Result> {
  const messenger = messengerFor(env, message.channel)
  if (messenger === null) return { kept: true }
  if (isOver(message, now)) return { error: 'its time was over', final: true }
  try {
    await messenger.send(message)
    return { sent: true }
  } catch (reason) {
    const error = reason instanceof Error ? reason.message.slice(0, 200) : 'unknown'
    return { error, final: reason instanceof Refused }
  }
}
