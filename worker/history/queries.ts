import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Happened } from '#worker/history/event'

/** One statement for any number of events. */
export function recordEvents(db: Database, happened: readonly Happened[]): Statement {
  const rows = happened.map((one) => [
    one.subject,
    one.seq,
    one.type,
    one.actorId,
    one.at,
    one.requestId,
    JSON.stringify(one.data ?? {}),
  ])
  return db.run(sql`
    INSERT INTO events (subject, seq, type, actor_id, at, request_id, data)
    SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6
    FROM json_each(${JSON.stringify(rows)}) j WHERE true`)
}

/** The next event of a subject that has no row with a version: a list that is written down anew. */
export function recordNextEvent(db: Database, one: Omit<Happened, 'seq'>): Statement {
  return db.run(sql`
    INSERT INTO events (subject, seq, type, actor_id, at, request_id, data)
    SELECT ${one.subject}, coalesce(max(seq), 0) + 1, ${one.type}, ${one.actorId},
      CAST(${one.at} AS INTEGER), ${one.requestId}, ${JSON.stringify(one.data ?? {})}
    FROM events WHERE subject = ${one.subject}`)
}
