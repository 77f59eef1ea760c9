import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { SalesMonth } from '#worker/market/selling/sales/sales'

/**
 * Completed sales by month of the network's zone. `enterprise` is an SQL expression, so that a caller
 * can look it up, with the consent that opens it, in the same trip.
 */
export function listSalesMonths(
  db: Database,
  { enterprise, since, offsetMs }: { enterprise: SQL; since: number; offsetMs: number },
) {
  return db.all<SalesMonth>(sql`
    SELECT strftime('%Y-%m', (completed_at + ${offsetMs}) / 1000, 'unixepoch') AS month,
      count(*) AS orders, sum(total) AS total
    FROM orders
    WHERE enterprise_id = ${enterprise} AND status = 'completed' AND completed_at >= ${since}
    GROUP BY month ORDER BY month`)
}

export type SalesFacts = { completed: number; cancelled: number; buyers: number; returning: number }

/** Counts over the same span; buyers are told apart by their number and never named. */
export function findSalesFacts(
  db: Database,
  { enterprise, since }: { enterprise: SQL; since: number },
) {
  return db.all<SalesFacts>(sql`
    SELECT coalesce(sum(done), 0) AS completed, coalesce(sum(cancelled), 0) AS cancelled,
      coalesce(sum(done > 0), 0) AS buyers, coalesce(sum(done > 1), 0) AS "returning"
    FROM (
      SELECT sum(o.status = 'completed') AS done,
        sum(o.status = 'cancelled' AND o.paid = 1) AS cancelled
      FROM orders o JOIN purchases p ON p.id = o.purchase_id
      WHERE o.enterprise_id = ${enterprise} AND o.placed_at >= ${since}
      GROUP BY p.buyer_phone
    )`)
}
