import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { Counts, LowStockRow } from '#worker/market/today/answers'

/** Open orders of an enterprise by what they wait for. */
export function countOpen(db: Database, enterpriseId: string, now: number) {
  return db.all<Counts>(sql`
    SELECT coalesce(sum(status = 'placed' AND paid = 1), 0) AS toConfirm,
      coalesce(sum(status = 'confirmed'), 0) AS toPack,
      coalesce(sum(status = 'packed'), 0) AS toSend,
      coalesce(sum(status IN ('shipped', 'delivered')), 0) AS onTheWay,
      coalesce(sum(status = 'placed' AND paid = 0), 0) AS unpaid,
      coalesce(sum(status IN ('placed', 'confirmed', 'packed') AND paid = 1 AND ship_by < ${now}), 0)
        AS late
    FROM orders WHERE enterprise_id = ${enterpriseId}
      AND status IN ('placed', 'confirmed', 'packed', 'shipped', 'delivered')`)
}

const FEW = 3

/** Variants on offer of which few are left, the fewest first. */
export function listLowStock(db: Database, enterpriseId: string, limit: number) {
  return db.all<LowStockRow>(sql`
    SELECT p.id AS productId, p.title AS title, w.name AS variantName, w.stock AS stock,
      p.photo_id AS photoId
    FROM products p JOIN variants w ON w.product_id = p.id
    WHERE p.enterprise_id = ${enterpriseId} AND p.status = 'listed' AND w.archived = 0
      AND w.stock <= coalesce(w.low_stock, ${FEW})
    ORDER BY w.stock, p.key LIMIT ${limit}`)
}
