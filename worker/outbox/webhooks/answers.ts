import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { changeId } from '#worker/history/changes/change'
import type { DeliveryRow } from '#worker/outbox/webhooks/queries'
import { OVERLAP_MS, type Try, type Webhook, WEBHOOK_STATES } from '#worker/outbox/webhooks/webhook'

const Basics = {
  id: v.string(),
  url: v.string(),
  types: v.array(v.string()),
  status: v.picklist(WEBHOOK_STATES),
  createdAt: v.string(),
}

export const WebhookAnswer = v.strictObject(Basics)
export const WebhookList = v.strictObject({
  ...pageOf(WebhookAnswer).entries,
  /** What a webhook of this organization may be told of. */
  types: v.array(v.string()),
})

/** The secret is shown when it is made, never again. */
export const SecretAnswer = v.strictObject({
  ...Basics,
  secret: v.string(),
  /** Until when the secret before signs along. */
  beforeUntil: v.nullable(v.string()),
})

const Attempt = v.strictObject({
  at: v.string(),
  /** Null when nobody answered. */
  status: v.nullable(v.number()),
  ms: v.number(),
  /** How the answer begins, or why there was none. */
  answer: v.string(),
})

export const DeliveryAnswer = v.strictObject({
  id: v.string(),
  /** The number by which it is sent again. */
  change: v.number(),
  type: v.string(),
  happenedAt: v.string(),
  status: v.picklist(['waiting', 'delivered', 'given-up']),
  nextAt: v.nullable(v.string()),
  attempts: v.array(Attempt),
})

export const DeliveryList = pageOf(DeliveryAnswer)

export function describeWebhook({ id, url, types, status, createdAt }: Webhook) {
  return { id, url, types: [...types], status, createdAt: instantText(createdAt) }
}

export function describeSecret(webhook: Webhook, secret: string, replacedAt: number | null) {
  const beforeUntil = replacedAt === null ? null : instantText(replacedAt + OVERLAP_MS)
  return { ...describeWebhook(webhook), secret, beforeUntil }
}

export function describeDelivery(row: DeliveryRow) {
  const tries = JSON.parse(row.tries) as Try[]
  const due = row.status === 'waiting' && row.nextAt < Number.MAX_SAFE_INTEGER
  return {
    id: changeId(row.changeKey),
    change: row.changeKey,
    type: `${row.noun}.${row.type}`,
    happenedAt: instantText(row.at),
    status: row.status,
    nextAt: due ? instantText(row.nextAt) : null,
    attempts: tries.map((one) => ({ ...one, at: instantText(one.at) })),
  }
}
