/** Pages of what goes out, each a walk over one index. */
import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { AddressRow, OrderLineRow } from '#worker/market/selling/exports/sheets'

export type Asked = { enterpriseId: string; after: string; limit: number }

/** Lines of orders, the oldest first; `after` is the last order whose lines have gone out. */
export function listOrderLines(db: Database, { enterpriseId, after, limit }: Asked, ms: number) {
  return db.all<OrderLineRow & { place: string }>(sql`
    SELECT r.id AS place, r.code AS code, r.status AS status, r.paid AS paid,
      date((r.placed_at + ${ms}) / 1000, 'unixepoch') AS day,
      p.buyer_name AS buyer, p.buyer_phone AS phone, l.title AS title,
      l.variant_name AS variantName, v.sku AS sku, l.quantity AS quantity,
      l.unit_price AS unitPrice, l.total AS lineTotal, r.shipping AS shipping, r.total AS total,
      r.commission AS commission, r.courier AS courier, r.tracking_number AS trackingNumber
    FROM (SELECT * FROM orders WHERE enterprise_id = ${enterpriseId} AND id > ${after}
          ORDER BY id LIMIT ${limit}) r
    JOIN purchases p ON p.id = r.purchase_id
    JOIN order_lines l ON l.order_id = r.id
    JOIN variants v ON v.id = l.variant_id
    ORDER BY r.id, l.n`)
}

/** Where the parcels go that are paid and not sent yet. */
export function listAddresses(db: Database, { enterpriseId, after, limit }: Asked) {
  return db.all<AddressRow & { place: string }>(sql`
    SELECT r.id AS place, r.code AS code, p.buyer_name AS buyer, p.buyer_phone AS phone,
      p.street AS street, p.area_text AS areaText, p.postal_code AS postalCode, p.note AS note,
      r.weight_grams AS weightGrams,
      (SELECT group_concat(l.quantity || ' × ' || l.title
         || CASE l.variant_name WHEN '' THEN '' ELSE ' (' || l.variant_name || ')' END, '; ')
       FROM order_lines l WHERE l.order_id = r.id) AS contents
    FROM orders r JOIN purchases p ON p.id = r.purchase_id
    WHERE r.enterprise_id = ${enterpriseId} AND r.status IN ('placed', 'confirmed', 'packed')
      AND r.paid = 1 AND r.delivery = 'courier' AND r.id > ${after}
    ORDER BY r.id LIMIT ${limit}`)
}
