/**
 * Messages that somebody is waiting for go to the queue at once, after the commit that wrote them; all
 * others, and these if the queue does not answer, wait for the minute job.
 */
import type { Ctx, DeliveryMessage, OutboxMessage } from '#worker/http/context'
import { log } from '#worker/http/log'

export function handOver(c: Ctx, messages: readonly OutboxMessage[]): void {
  settle(c, c.env.OUTBOX.sendBatch(messages.map((body) => ({ body }))))
}

/** The same for what is sent to a webhook again. */
export function handOverDelivery(c: Ctx, delivery: DeliveryMessage): void {
  settle(c, c.env.WEBHOOKS.send(delivery))
}

function settle(c: Ctx, sent: Promise<unknown>): void {
  const { requestId } = c.var
  c.executionCtx.waitUntil(
    sent.catch((reason: unknown) => {
      log('warn', { requestId, queue: reason instanceof Error ? reason.message : 'unknown' })
    }),
  )
}
