import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { payoutBatches } from '#db/schema/payouts'
import { instant, type LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { ListedBatch } from '#worker/market/settling/payout-batches/answers'
import type { Batch } from '#worker/market/settling/payout-batches/batch'

type Row = typeof payoutBatches.$inferSelect & { waiting: number; maker: string | null }

const COLUMNS = sql.raw(`b.id AS id, b.book AS book, b.number AS number, b.made_at AS madeAt,
  b.made_on AS madeOn, b.count AS count, b.total AS total, b.version AS version,
  (SELECT count(*) FROM payouts p WHERE p.batch_id = b.id AND p.status = 'requested') AS waiting,
  (SELECT p.name FROM events v JOIN people p ON p.id = v.actor_id
   WHERE v.subject = b.id AND v.seq = 1) AS maker`)

/** The number of the last one made. Two that are made at once collide on the next. */
export function findLastNumber(db: Database, book: string) {
  return db.all<{ last: number }>(sql`
    SELECT coalesce(max(number), 0) AS last FROM payout_batches WHERE book = ${book}`)
}

export function listBatches(
  db: Database,
  book: string,
  { before, limit }: { before?: number | undefined; limit: number },
) {
  const older = before === undefined ? sql`` : sql`AND b.number < ${before}`
  return db.all<Row>(sql`
    SELECT ${COLUMNS} FROM payout_batches b WHERE b.book = ${book} ${older}
    ORDER BY b.number DESC LIMIT ${limit}`)
}

export function findBatch(db: Database, book: string, id: string) {
  return db.all<Row>(sql`
    SELECT ${COLUMNS} FROM payout_batches b WHERE b.book = ${book} AND b.id = ${id}`)
}

export function insertBatch(db: Database, book: string, batch: Batch): Statement {
  return db.insert(payoutBatches).values({ book, ...batch })
}

export function changeBatch(db: Database, { id, version }: Batch): Statement {
  return db
    .update(payoutBatches)
    .set({ version })
    .where(sql`${payoutBatches.id} = ${id}`)
}

export function batchFrom({ book: _, maker: __, ...row }: Row): ListedBatch {
  return {
    ...row,
    madeAt: instant(row.madeAt),
    madeOn: row.madeOn as LocalDate,
    total: amount(row.total),
  }
}
