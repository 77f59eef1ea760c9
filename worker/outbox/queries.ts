import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { outbox } from '#db/schema/shell'
import type { Message, MessageStatus, Outcome, Underway } from '#worker/outbox/message'

/** The statement that puts messages into the outbox; the minute job and the queue deliver them. */
export function insertMessages(
  db: Database,
  messages: readonly (Message & { id: string })[],
  now: number,
): Statement[] {
  if (messages.length === 0) return []
  const rows = messages.map((one) => [one.id, one.channel, one.destination, one.template, one.body])
  return [
    db.run(sql`
      INSERT INTO outbox (id, channel, destination, template, body, created_at, next_at)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4,
        CAST(${now} AS INTEGER), CAST(${now} AS INTEGER)
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
  ]
}

/** How long what was handed to the queue, or is being sent, is left alone by the minute job. */
const LEFT_ALONE_MS = 10 * 60 * 1000

/** Takes messages that are due out of the next minutes' sight and answers which they are. */
export function takeDue(db: Database, now: number, most: number) {
  return db.all<{ id: string; attempt: number }>(sql`
    UPDATE outbox SET next_at = CAST(${now + LEFT_ALONE_MS} AS INTEGER)
    WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_waiting
      WHERE status = 'waiting' AND next_at <= ${now}
      ORDER BY next_at LIMIT ${most})
    RETURNING id, attempts AS attempt`)
}

/**
 * Begins the attempts that the queue asks for. Each is of a number: the same asked for twice, by two
 * deliveries of one queue message, begins once.
 */
export function beginAttempts(
  db: Database,
  asked: readonly { id: string; attempt: number }[],
  now: number,
) {
  const rows = JSON.stringify(asked.map((one) => [one.id, one.attempt]))
  return db.all<Underway>(sql`
    UPDATE outbox SET attempts = attempts + 1, next_at = CAST(${now + LEFT_ALONE_MS} AS INTEGER)
    WHERE status = 'waiting'
      AND (id, attempts) IN (SELECT j.value->>0, j.value->>1 FROM json_each(${rows}) j)
    RETURNING id, channel, destination, template, body, attempts, created_at AS createdAt`)
}

/** Records how attempts ended; a secret that was sent, or is over, is not kept. */
export function recordOutcomes(
  db: Database,
  outcomes: readonly (Outcome & { forget: boolean })[],
): Statement {
  const rows = outcomes.map((one) => [
    one.id,
    one.status,
    one.error,
    one.nextAt,
    one.sentAt,
    one.forget ? 1 : 0,
  ])
  return db.run(sql`
    UPDATE outbox SET status = j.value->>1, error = j.value->>2, next_at = j.value->>3,
      sent_at = j.value->>4, body = CASE j.value->>5 WHEN 1 THEN '' ELSE body END
    FROM json_each(${JSON.stringify(rows)}) j WHERE outbox.id = j.value->>0`)
}

export type OutboxFilter = {
  status?: MessageStatus | undefined
  /** The id of the last one already seen. */
  after?: string | undefined
  limit: number
}

/** The latest first: ids are ordered by time. */
export function listOutbox(db: Database, { status, after, limit }: OutboxFilter) {
  const wanted: SQL[] = []
  if (status) wanted.push(eq(outbox.status, status))
  if (after) wanted.push(lt(outbox.id, after))
  return db
    .select()
    .from(outbox)
    .where(and(...wanted))
    .orderBy(desc(outbox.id))
    .limit(limit)
}

export function findMessage(db: Database, id: string) {
  return db.select().from(outbox).where(eq(outbox.id, id))
}

/** Due again now; the attempts it has had still count. */
export function offerAgain(db: Database, id: string, now: number): Statement {
  return db
    .update(outbox)
    .set({ status: 'waiting', error: null, nextAt: now })
    .where(eq(outbox.id, id))
}
