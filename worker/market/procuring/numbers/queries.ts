/**
 * A number is taken in the batch that uses it: two writers at once get two numbers, and a batch that fails
 * gives its number back. So nobody knows the number before the batch; it is told by the batch's last
 * statement, and written into the answer that is kept under the idempotency key.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Once } from '#worker/http/context'
import { numberHead, type Series } from '#worker/market/procuring/numbers/number'

/** The statement by which the series rises by one. */
export function takeNumber(db: Database, { kind, ownerId, year }: Series): Statement {
  return db.run(sql`
    INSERT INTO number_series (kind, owner_id, year, last) VALUES (${kind}, ${ownerId}, ${year}, 1)
    ON CONFLICT (kind, owner_id, year) DO UPDATE SET last = last + 1`)
}

/** The number taken in this batch, as SQL for the row that carries it. */
export function numberTaken({ kind, ownerId, year }: Series): SQL {
  return sql`(SELECT last FROM number_series
    WHERE kind = ${kind} AND owner_id = ${ownerId} AND year = ${year})`
}

type Kept = { once: Once | undefined; path: string; prefix?: string }

/** The last statements of the batch: the number goes into the kept answer at `path`, and is told. */
export function tellNumber(db: Database, series: Series, { once, path, prefix }: Kept) {
  const text = sql`printf('%s%04d', ${numberHead(series.kind, series.year, prefix)}, ${numberTaken(series)})`
  const keep = sql`
    UPDATE idempotency_keys SET body = json_set(body, ${path}, ${text})
    WHERE scope = ${once?.scope ?? ''} AND key = ${once?.key ?? ''}`
  return [db.run(keep), db.all<{ number: string }>(sql`SELECT ${text} AS number`)] as const
}
