import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { OLD_AFTER_MS } from '#worker/market/paying/suspense/suspense'
import type { OverviewFacts } from '#worker/market/selling/overview/answers'

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
        AND ship_by < ${now})
      + (SELECT count(*) FROM orders WHERE terms = 'cod'
        AND status NOT IN ('completed', 'cancelled', 'expired')
        AND status IN ('placed', 'confirmed', 'packed') AND ship_by < ${now}) AS lateOrders,
      (SELECT count(*) FROM unmatched_payments
        WHERE status = 'open' AND created_at < ${now - OLD_AFTER_MS}) AS oldSuspense,
      (SELECT count(*) FROM payment_losses WHERE status = 'open') AS openLosses,
      (SELECT count(*) FROM organizations WHERE kind = 'enterprise' AND status = 'pending')
        AS organizationsPending,
      (SELECT count(*) FROM outbox WHERE status = 'failed') AS messagesFailed`)
}
