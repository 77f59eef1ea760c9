import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { OWING } from '#worker/ledger/queries'
import type { OverviewFacts } from '#worker/market/overview/answers'

export function findWaitingPayments(db: Database) {
  return db.all<OverviewFacts['payments']>(sql`
    SELECT count(*) AS count, coalesce(sum(total), 0) AS total, count(proof_at) AS withProof
    FROM purchases WHERE status = 'pending'`)
}

/** What a book owes, by account. */
export function listOwed(db: Database, book: string) {
  return db.all<OverviewFacts['owed'][number]>(sql`
    SELECT a.code AS code, count(*) AS count, sum(a.credits - a.debits) AS total FROM accounts a
    WHERE a.book = ${book} AND ${OWING} GROUP BY a.code`)
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
