/**
 * Messages that somebody is waiting for go to the queue at once, after the commit that wrote them; all
 * others, and these if the queue does not answer, wait for the minute job.
 */
import type { Ctx, OutboxMessage } from '#worker/http/context'
import { log } from '#worker/http/log'

export function handOver(c: Ctx, messages: readonly OutboxMessage[]): void {
  const { requestId } = c.var
  const sent = c.env.OUTBOX.sendBatch(messages.map((body) => ({ body })))
  c.executionCtx.waitUntil(
    sent.catch((reason: unknown) => {
      log('warn', { requestId, queue: reason instanceof Error ? reason.message : 'unknown' })
    }),
  )
}
