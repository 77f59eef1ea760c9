import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { ListedRow, OwnPurchaseRow } from '#worker/market/fulfilling/order-lists/answers'
import type { OrderStatus } from '#worker/market/fulfilling/orders/order'

/** What the goods of the order `r` are, in a few words. */
const GOODS = sql.raw(`
  (SELECT title FROM order_lines WHERE order_id = r.id AND n = 1) AS title,
  (SELECT count(*) FROM order_lines WHERE order_id = r.id) AS kinds,
  (SELECT sum(quantity) FROM order_lines WHERE order_id = r.id) AS pieces,
  (SELECT photo_id FROM order_lines WHERE order_id = r.id AND n = 1) AS photoId`)

const listed = (chosen: SQL, order: SQL) => sql`
  SELECT r.id AS id, r.code AS code, r.status AS status, r.paid AS paid, r.delivery AS delivery,
    p.buyer_name AS buyerName, p.area_text AS areaText, ${GOODS}, r.total AS total,
    r.placed_at AS placedAt, r.ship_by AS shipBy, r.tracking_number AS trackingNumber
  FROM (${chosen}) r JOIN purchases p ON p.id = r.purchase_id ${order}`

type Asked = {
  status?: OrderStatus | undefined
  paid?: 'yes' | 'no' | undefined
  disputed?: 'yes' | undefined
  before?: string | undefined
  limit: number
}

/** The orders of an enterprise, the newest first. */
export function listOrders(db: Database, enterpriseId: string, asked: Asked) {
  const { status, paid, disputed, before, limit } = asked
  const of = status ? sql`AND status = ${status}` : sql``
  // In these words, without a parameter, the indexes of unpaid and of disputed orders answer.
  const money = paid ? (paid === 'yes' ? sql`AND paid = 1` : sql`AND paid = 0`) : sql``
  const open = disputed ? sql`AND disputes > 0` : sql``
  const older = before ? sql`AND id < ${before}` : sql``
  const wanted = sql`${of} ${money} ${open} ${older}`
  const chosen = sql`SELECT * FROM orders WHERE enterprise_id = ${enterpriseId} ${wanted}
    ORDER BY id DESC LIMIT ${limit}`
  return db.all<ListedRow>(listed(chosen, sql`ORDER BY r.id DESC`))
}

/** What a seller has to send, the most urgent first. */
export function listToSend(db: Database, enterpriseId: string, limit: number) {
  const chosen = sql`SELECT * FROM orders INDEXED BY orders_to_send_of_enterprise
    WHERE enterprise_id = ${enterpriseId}
    AND (paid = 1 OR terms <> 'prepaid')
    AND status IN ('placed', 'confirmed', 'packed') ORDER BY ship_by, id LIMIT ${limit}`
  return db.all<ListedRow>(listed(chosen, sql`ORDER BY r.ship_by, r.id`))
}

/** A person's purchases with their orders, the newest first. */
export function listOwnPurchases(
  db: Database,
  personId: string,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  const older = before ? sql`AND id < ${before}` : sql``
  return db.all<OwnPurchaseRow>(sql`
    SELECT p.id AS id, p.code AS code, p.status AS status, p.total AS total,
      p.placed_at AS placedAt, p.expires_at AS expiresAt,
      (SELECT json_group_array(json_object('code', x.code, 'status', x.status,
         'sellerName', x.sellerName, 'sellerSlug', x.sellerSlug, 'title', x.title,
         'kinds', x.kinds, 'pieces', x.pieces, 'photoId', x.photoId, 'total', x.total))
       FROM (SELECT r.code, r.status, o.name AS sellerName, o.slug AS sellerSlug, ${GOODS}, r.total
             FROM orders r JOIN organizations o ON o.id = r.enterprise_id
             WHERE r.purchase_id = p.id ORDER BY r.id) x) AS orders
    FROM (SELECT * FROM purchases WHERE person_id = ${personId} ${older}
          ORDER BY id DESC LIMIT ${limit}) p
    ORDER BY p.id DESC`)
}
