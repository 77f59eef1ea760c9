import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { webhookDeliveries, webhooks } from '#db/schema/programs'
import type { Change } from '#worker/history/changes/change'
import { NEVER } from '#worker/history/changes/queries'
import { recordEvents } from '#worker/history/queries'
import type { Changed, Outcome, Try, Webhook } from '#worker/outbox/webhooks/webhook'

export type WebhookRow = typeof webhooks.$inferSelect
export type DeliveryRow = typeof webhookDeliveries.$inferSelect

export const webhookFrom = (row: WebhookRow): Webhook => ({
  id: row.id,
  organizationId: row.organizationId,
  url: row.url,
  types: JSON.parse(row.types) as string[],
  status: row.status,
  createdAt: row.createdAt,
  version: row.version,
})

export function listWebhooks(db: Database, organizationId: string) {
  return db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.organizationId, organizationId), ne(webhooks.status, 'removed')))
    .orderBy(desc(webhooks.id))
}

export function findWebhook(db: Database, id: string, organizationId: string) {
  return db
    .select()
    .from(webhooks)
    .where(
      and(
        eq(webhooks.id, id),
        eq(webhooks.organizationId, organizationId),
        ne(webhooks.status, 'removed'),
      ),
    )
}

export function insertWebhook(
  db: Database,
  { webhook, event }: Changed,
  secret: string,
): Statement[] {
  const types = JSON.stringify(webhook.types)
  return [recordEvents(db, [event]), db.insert(webhooks).values({ ...webhook, types, secret })]
}

/** What waits for a paused webhook is due when it goes on; what waited for a removed one is over. */
export function changeWebhook(db: Database, { webhook, event }: Changed, at: number): Statement[] {
  const { id, url, types, status, version } = webhook
  const waiting = sql`webhook_id = ${id} AND status = 'waiting'`
  const due = status === 'paused' ? NEVER : sql`min(next_at, CAST(${at} AS INTEGER))`
  return [
    recordEvents(db, [event]),
    db
      .update(webhooks)
      .set({ url, types: JSON.stringify(types), status, version })
      .where(eq(webhooks.id, id)),
    status === 'removed'
      ? db.run(sql`UPDATE webhook_deliveries SET status = 'given-up' WHERE ${waiting}`)
      : db.run(sql`UPDATE webhook_deliveries SET next_at = ${due} WHERE ${waiting}
          AND (${status} = 'paused') <> (next_at = ${NEVER})`),
  ]
}

/** The one before signs along for a while. */
export function changeSecret(
  db: Database,
  { webhook, event }: Changed,
  secret: { sealed: string; before: string; beforeUntil: number },
): Statement[] {
  return [
    recordEvents(db, [event]),
    db
      .update(webhooks)
      .set({
        secret: secret.sealed,
        secretBefore: secret.before,
        secretBeforeUntil: secret.beforeUntil,
        version: webhook.version,
      })
      .where(eq(webhooks.id, webhook.id)),
  ]
}

/** The latest first. */
export function listDeliveries(
  db: Database,
  { webhookId, after, limit }: { webhookId: string; after: number | undefined; limit: number },
) {
  const before = after === undefined ? undefined : lt(webhookDeliveries.changeKey, after)
  return db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhookId, webhookId), before))
    .orderBy(desc(webhookDeliveries.changeKey))
    .limit(limit)
}

export function findDelivery(db: Database, webhookId: string, change: number) {
  return db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.changeKey, change)))
}

/** Due again, with all its attempts before it; nothing when it waits already. */
export function offerAgain(db: Database, row: DeliveryRow, now: number): Statement {
  return db.run(sql`UPDATE webhook_deliveries
    SET status = 'waiting', attempts = 0, next_at = CAST(${now} AS INTEGER)
    WHERE webhook_id = ${row.webhookId} AND change_key = ${row.changeKey} AND status <> 'waiting'`)
}

/** How long what was handed to the queue, or is being sent, is left alone by the minute job. */
const LEFT_ALONE_MS = 10 * 60 * 1000

/** Takes deliveries that are due out of the next minutes' sight and answers which they are. */
export function takeDue(db: Database, now: number, most: number) {
  return db.all<{ webhook: string; change: number; attempt: number }>(sql`
    UPDATE webhook_deliveries SET next_at = CAST(${now + LEFT_ALONE_MS} AS INTEGER)
    WHERE (webhook_id, change_key) IN (SELECT webhook_id, change_key
      FROM webhook_deliveries INDEXED BY webhook_deliveries_waiting
      WHERE status = 'waiting' AND next_at <= ${now} ORDER BY next_at LIMIT ${most})
    RETURNING webhook_id AS webhook, change_key AS change, attempts AS attempt`)
}

export type Underway = Change & { webhookId: string; attempts: number; tries: string }
export type Receiver = WebhookRow & { slug: string }

type Asked = { webhook: string; change: number; attempt: number }

/** Begins the attempts that the queue asks for, each once, and finds where they go. */
export function beginAttempts(db: Database, asked: readonly Asked[], now: number) {
  const rows = JSON.stringify(asked.map((one) => [one.webhook, one.change, one.attempt]))
  return [
    db.all<Underway>(sql`
      UPDATE webhook_deliveries
      SET attempts = attempts + 1, next_at = CAST(${now + LEFT_ALONE_MS} AS INTEGER)
      WHERE status = 'waiting' AND next_at < ${NEVER} AND (webhook_id, change_key, attempts) IN
        (SELECT j.value->>0, j.value->>1, j.value->>2 FROM json_each(${rows}) j)
      RETURNING webhook_id AS webhookId, change_key AS key, noun, subject, seq, type, at,
        attempts, tries`),
    db.all<Receiver>(sql`
      SELECT w.id AS id, w.organization_id AS organizationId, w.url AS url, w.types AS types,
        w.status AS status, w.secret AS secret, w.secret_before AS secretBefore,
        w.secret_before_until AS secretBeforeUntil, w.created_at AS createdAt,
        w.version AS version, o.slug AS slug
      FROM webhooks w JOIN organizations o ON o.id = w.organization_id
      WHERE w.id IN (SELECT j.value->>0 FROM json_each(${rows}) j)`),
  ] as const
}

export type Recorded = { underway: Underway; tried: Try; outcome: Outcome }

/** So many attempts of a delivery are kept. */
const TRIES_KEPT = 20

export function recordOutcomes(db: Database, outcomes: readonly Recorded[]): Statement {
  const rows = outcomes.map(({ underway, tried, outcome }) => {
    const tries = [...(JSON.parse(underway.tries) as Try[]), tried].slice(-TRIES_KEPT)
    const { status, nextAt } = outcome
    return [underway.webhookId, underway.key, status, nextAt, JSON.stringify(tries)]
  })
  return db.run(sql`
    UPDATE webhook_deliveries SET status = j.value->>2, next_at = j.value->>3, tries = j.value->>4
    FROM json_each(${JSON.stringify(rows)}) j
    WHERE webhook_id = j.value->>0 AND change_key = j.value->>1`)
}
