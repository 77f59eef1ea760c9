import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import { addDays, type LocalDate } from '#worker/kernel/calendar'
import {
  LABEL_NOTICE_DAYS,
  type Waiting,
  type WaitingKind,
} from '#worker/market/selling/today/waiting'
import type { Counts, LowStockRow } from '#worker/market/selling/today/answers'

/** More late orders than this are not counted: they are many. */
const MANY_LATE = 1000

/** Open orders of an enterprise by what they wait for: from its tallies, not from the orders. */
export function countOpen(db: Database, enterpriseId: string, now: number) {
  return db.all<Counts>(sql`
    SELECT
      coalesce(sum(iif(status = 'placed' AND (paid = 1 OR terms <> 'prepaid'), count, 0)), 0)
        AS toConfirm,
      coalesce(sum(iif(status = 'confirmed', count, 0)), 0) AS toPack,
      coalesce(sum(iif(status = 'packed', count, 0)), 0) AS toSend,
      coalesce(sum(iif(status IN ('shipped', 'delivered'), count, 0)), 0) AS onTheWay,
      coalesce(sum(iif(status = 'placed' AND paid = 0 AND terms = 'prepaid', count, 0)), 0)
        AS unpaid,
      (SELECT count(*) FROM (SELECT 1 FROM orders INDEXED BY orders_to_send_of_enterprise
        WHERE enterprise_id = ${enterpriseId}
        AND (paid = 1 OR terms <> 'prepaid') AND status IN ('placed', 'confirmed', 'packed')
        AND ship_by < ${now} LIMIT ${MANY_LATE})) AS late
    FROM order_tallies WHERE enterprise_id = ${enterpriseId}`)
}

/** Variants on offer of which few are left, the fewest first; three are few unless the seller says so. */
export function listLowStock(db: Database, enterpriseId: string, limit: number) {
  return db.all<LowStockRow>(sql`
    SELECT p.id AS productId, p.title AS title, w.name AS variantName, w.stock AS stock,
      p.photo_id AS photoId
    FROM variants w INDEXED BY variants_nearly_sold_out JOIN products p ON p.id = w.product_id
    WHERE w.enterprise_id = ${enterpriseId} AND p.status = 'listed' AND w.archived = 0
      AND w.stock <= coalesce(w.low_stock, 3)
    ORDER BY w.stock, w.product_id LIMIT ${limit}`)
}

/** Kind by kind what waits, in the order of the page; each count walks over what is hers and open. */
export function listWaiting(db: Database, enterpriseId: string, today: LocalDate) {
  const soon = addDays(today, LABEL_NOTICE_DAYS)
  const ofOrders = (table: string, open: string) => sql`
    SELECT count(*) AS count, min(o.id) AS id FROM orders o INDEXED BY orders_disputed
    CROSS JOIN ${sql.raw(table)} x ON x.order_id = o.id
    WHERE o.enterprise_id = ${enterpriseId} AND o.disputes > 0
      AND x.due_at IS NOT NULL AND x.status IN (${sql.raw(open)})`
  const ofCompanies = (table: string, open: string, id: string) => sql`
    SELECT count(*) AS count, min(${sql.raw(id)}) AS id FROM ${sql.raw(table)}
    WHERE enterprise_id = ${enterpriseId} AND status IN (${sql.raw(open)})`
  const counts: Record<WaitingKind, SQL> = {
    cancellations: sql`SELECT count(*) AS count, min(id) AS id
      FROM orders INDEXED BY orders_to_answer_of_enterprise
      WHERE enterprise_id = ${enterpriseId} AND status IN ('placed', 'confirmed', 'packed')
        AND cancel_answer_by IS NOT NULL`,
    returns: ofOrders('returns', `'asked', 'received'`),
    complaints: ofOrders('complaints', `'open'`),
    quotations: ofCompanies('quotations', `'asked', 'revising'`, 'id'),
    purchaseOrders: ofCompanies('purchase_orders', `'issued'`, 'id'),
    handovers: ofCompanies('handovers', `'received'`, 'purchase_order_id'),
    questions: sql`SELECT count(*) AS count, NULL AS id FROM questions
      WHERE enterprise_id = ${enterpriseId} AND answer IS NULL AND hidden_at IS NULL`,
    reviews: sql`SELECT count(*) AS count, NULL AS id FROM reviews
      WHERE enterprise_id = ${enterpriseId} AND reply IS NULL AND hidden_at IS NULL`,
    labels: sql`SELECT count(*) AS count, min(p.id) AS id
      FROM products p JOIN product_labels l ON l.product_id = p.id
      WHERE p.enterprise_id = ${enterpriseId} AND p.status = 'listed' AND l.valid_until <= ${soon}`,
  }
  const rows = Object.entries(counts).map(
    ([kind, one]) => sql`(SELECT json_object('kind', ${kind}, 'count', count, 'id', id)
      FROM (${one}))`,
  )
  // An array, since a compound of so many SELECTs is more than D1 takes.
  return db.all<Waiting>(sql`
    SELECT j.value->>'kind' AS kind, j.value->>'count' AS count, j.value->>'id' AS id
    FROM json_each(json_array(${sql.join(rows, sql`, `)})) j
    WHERE j.value->>'count' > 0 ORDER BY j.key`)
}
