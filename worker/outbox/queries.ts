import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Message } from '#worker/outbox/message'

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
