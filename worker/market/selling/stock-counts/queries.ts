import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { StepRow } from '#worker/market/selling/stock-counts/answers'
import type { CountedProduct, Shelf } from '#worker/market/selling/stock-counts/stock-count'

export type ShelfRow = Shelf & {
  key: number
  title: string
  variantName: string
  sku: string | null
  photoId: string | null
}

/** What is promised, variant by variant: the lines of orders that have not been sent. */
const held = (enterpriseId: string) => sql`
  SELECT l.variant_id AS variantId, sum(l.quantity) AS pieces
  FROM orders o JOIN order_lines l ON l.order_id = o.id
  WHERE o.enterprise_id = ${enterpriseId} AND o.status IN ('placed', 'confirmed', 'packed')
  GROUP BY l.variant_id`

const shelves = (enterpriseId: string, products: SQL, variants: SQL) => sql`
  SELECT p.key AS key, v.id AS variantId, p.id AS productId, p.version AS version,
    p.title AS title, v.name AS variantName, v.sku AS sku, p.photo_id AS photoId,
    v.stock AS stock, coalesce(h.pieces, 0) AS held
  FROM (${products}) p JOIN variants v ON v.product_id = p.id AND v.archived = 0
  LEFT JOIN (${held(enterpriseId)}) h ON h.variantId = v.id
  WHERE ${variants} ORDER BY p.key DESC, v.position`

/** The shelves of so many products, the newest product first. */
export function listShelves(
  db: Database,
  enterpriseId: string,
  { before, limit }: { before?: number | undefined; limit: number },
) {
  const older = before === undefined ? sql`` : sql`AND key < CAST(${before} AS INTEGER)`
  return db.all<ShelfRow>(
    shelves(
      enterpriseId,
      sql`SELECT * FROM products WHERE enterprise_id = ${enterpriseId} ${older}
        ORDER BY key DESC LIMIT ${limit}`,
      sql`true`,
    ),
  )
}

export function findShelves(db: Database, enterpriseId: string, variantIds: readonly string[]) {
  const those = sql`(SELECT value FROM json_each(${JSON.stringify(variantIds)}))`
  return db.all<ShelfRow>(
    shelves(
      enterpriseId,
      sql`SELECT * FROM products WHERE enterprise_id = ${enterpriseId}
        AND id IN (SELECT product_id FROM variants WHERE id IN ${those})`,
      sql`v.id IN ${those}`,
    ),
  )
}

export function changeVersions(db: Database, products: readonly CountedProduct[]): Statement {
  const rows = products.map((one) => [one.productId, one.version])
  return db.run(sql`
    UPDATE products SET version = j.value->>1
    FROM json_each(${JSON.stringify(rows)}) j WHERE products.id = j.value->>0`)
}

type Of = { variantId: string; enterpriseId: string }

/** The latest orders that took pieces of a variant, gave them back, replaced them, or had them returned. */
export function listStockByOrders(db: Database, { variantId, enterpriseId }: Of, limit: number) {
  return db.all<StepRow>(sql`
    WITH latest AS (
      SELECT o.id AS id, o.code AS code, o.status AS status, o.placed_at AS placed_at,
        l.n AS n, l.quantity AS quantity,
        coalesce(o.cancelled_at, (SELECT max(v.at) FROM events v
          WHERE v.subject = o.id AND v.type IN ('expired', 'cancelled'))) AS ended_at
      FROM order_lines l JOIN orders o ON o.id = l.order_id
      WHERE l.variant_id = ${variantId} AND o.enterprise_id = ${enterpriseId}
      ORDER BY l.order_id DESC LIMIT ${limit})
    SELECT placed_at AS at, 'sold' AS cause, -quantity AS by, '' AS reason, id AS orderId,
      code AS code, NULL AS name, 0 AS companion FROM latest
    UNION ALL
    SELECT coalesce(ended_at, placed_at), 'given-back', quantity, '', id, code, NULL, 0
    FROM latest WHERE status IN ('cancelled', 'expired')
    UNION ALL
    SELECT s.sent_at, 'replaced', -x.quantity, '', o.id, o.code, NULL, 0
    FROM latest o CROSS JOIN shipments s ON s.order_id = o.id AND s.complaint_id IS NOT NULL
    JOIN shipment_lines x ON x.shipment_id = s.id AND x.n = o.n
    UNION ALL
    SELECT b.received_at, 'returned', x.quantity, '', o.id, o.code, NULL, 0
    FROM latest o CROSS JOIN returns b ON b.order_id = o.id AND b.restocked = 1
    JOIN return_lines x ON x.return_id = b.id AND x.n = o.n`)
}

/** The latest acts that set or changed the stock of a variant. */
export function listStockByHand(db: Database, { variantId, enterpriseId }: Of, limit: number) {
  const changed = sql`(SELECT sum(s.value->>'by') FROM json_each(v.data,
    iif(v.type = 'stock-counted', '$.counts', '$.stock')) s WHERE s.value->>'variantId' = ${variantId})`
  return db.all<StepRow>(sql`
    SELECT at, cause, by, reason, NULL AS orderId, NULL AS code, name, companion FROM (
      SELECT v.at AS at,
        CASE v.type WHEN 'stock-counted' THEN 'counted' WHEN 'imported' THEN 'imported'
          ELSE 'changed' END AS cause,
        iif(v.type = 'stock-changed', v.data->>'by', ${changed}) AS by,
        coalesce(v.data->>'reason', '') AS reason, p.name AS name,
        EXISTS (SELECT 1 FROM companion_grants g WHERE g.person_id = v.actor_id
          AND g.enterprise_id = ${enterpriseId} AND v.at >= g.granted_at AND v.at < g.ends_at)
        AS companion
      FROM events v LEFT JOIN people p ON p.id = v.actor_id
      WHERE v.subject = (SELECT w.product_id FROM variants w JOIN products q ON q.id = w.product_id
          WHERE w.id = ${variantId} AND q.enterprise_id = ${enterpriseId})
        AND (v.type IN ('stock-counted', 'imported', 'bulk-edited')
          OR (v.type = 'stock-changed' AND v.data->>'variantId' = ${variantId}))
      ORDER BY v.seq DESC LIMIT ${limit * 4})
    WHERE by IS NOT NULL AND by <> 0 LIMIT ${limit}`)
}
