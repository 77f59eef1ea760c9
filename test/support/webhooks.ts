/** Webhooks of a test's shops, and the queue between the clock and them. */
import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { bindings, clock, type Json } from '#test/support/client'
import type { Shop } from '#test/support/shop'
import { ring } from '#test/support/ticking'
import { expected } from '#test/support/world'
import type { DeliveryMessage } from '#worker/http/context'
import { notify, sweepDeliveries } from '#worker/jobs/notifying'
import { publishChanges } from '#worker/jobs/publishing'
import { PAUSES_MS } from '#worker/outbox/webhooks/webhook'

export const NOBODY = 'http://127.0.0.1:1/hook'
export const hooks = (shop: Shop) => `/api/organizations/${shop.slug}/webhooks`

/** What happened before it was registered is no news to it. */
export async function aWebhook(shop: Shop, types: string[] = ['*'], url = NOBODY): Promise<Json> {
  await ring(publishChanges)
  return expected(await shop.chair.post(hooks(shop), { url, types }), 201)
}

export const deliveriesOf = async (shop: Shop, { id }: Json): Promise<Json[]> =>
  expected(await shop.chair.get(`${hooks(shop)}/${id}/deliveries`), 200).items

/** What the minute job hands to the queue. */
export async function due(): Promise<DeliveryMessage[]> {
  const taken: DeliveryMessage[] = []
  const queue = {
    sendBatch: async (sent: { body: DeliveryMessage }[]) =>
      void taken.push(...sent.map((one) => one.body)),
  }
  await ring(sweepDeliveries, { WEBHOOKS: queue as unknown as Queue<DeliveryMessage> })
  return taken
}

/** Nothing leaves the machine: in production an address on it is refused at the last moment too. */
export async function bring(bodies: readonly DeliveryMessage[]) {
  const batch = createMessageBatch<DeliveryMessage>(
    'lumbung-webhooks',
    bodies.map((body, n) => ({ id: `queue-${n}`, timestamp: new Date(0), attempts: 1, body })),
  )
  await notify({ ...bindings(), MODE: 'production' }, batch)
  return getQueueResult(batch, createExecutionContext())
}

export async function giveUp(): Promise<void> {
  for (const pause of [0, ...PAUSES_MS]) {
    clock.now += pause
    await bring(await due())
  }
}
