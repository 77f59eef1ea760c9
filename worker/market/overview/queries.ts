import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { OverviewFacts } from '#worker/market/overview/answers'

export function findWaitingPayments(db: Database) {
  return db.all<OverviewFacts['payments']>(sql`
    SELECT coalesce(sum(count), 0) AS count, coalesce(sum(total), 0) AS total,
      coalesce(sum(with_proof), 0) AS withProof
    FROM purchase_tallies WHERE status = 'pending'`)
}

/** What a book owes, by account, and to how many. */
export function listOwed(db: Database, book: string) {
  return db.all<OverviewFacts['owed'][number]>(sql`
    SELECT code, owing AS count, credits - debits AS total FROM book_totals
    WHERE book = ${book} AND owing > 0`)
}

export function countWaiting(db: Database, now: number) {
  return db.all<OverviewFacts['counts']>(sql`
    SELECT
      (SELECT count(*) FROM orders WHERE status IN ('placed', 'confirmed', 'packed') AND paid = 1
        AND ship_by < ${now}) AS lateOrders,
      (SELECT count(*) FROM organizations WHERE kind = 'enterprise' AND status = 'pending')
        AS organizationsPending,
      (SELECT count(*) FROM outbox WHERE status = 'failed') AS messagesFailed`)
}
