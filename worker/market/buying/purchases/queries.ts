import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { orderLines } from '#db/schema/orders'
import { purchases } from '#db/schema/purchases'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { instant } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { changeStock } from '#worker/market/offering/products/queries'
import type { ShownOrder } from '#worker/market/buying/purchases/answers'
import { shownDiscounts } from '#worker/market/buying/vouchers/given-discount'
import { DISCOUNTS_OF_R, discountsFrom } from '#worker/market/buying/vouchers/queries'
import type { Lapsed, OrderOf, Purchase } from '#worker/market/buying/purchases/purchase'

/** Purchases, by SQL for their ids. */
export function listPurchases(db: Database, ids: SQL) {
  return db
    .select()
    .from(purchases)
    .where(sql`id IN ${ids}`)
    .orderBy(purchases.id)
}

/** The purchase of a code, as SQL for its id. */
export function idOfCode(code: string): SQL {
  return sql`(SELECT id FROM purchases WHERE code = ${code})`
}

/** Open purchases whose time is over, the oldest first, as SQL for their ids. */
export function idsOverdue(now: number, limit: number): SQL {
  return sql`(SELECT id FROM purchases WHERE status = 'pending' AND expires_at <= ${now}
    ORDER BY expires_at LIMIT ${limit})`
}

export function purchaseFrom(row: typeof purchases.$inferSelect): Purchase {
  return {
    ...row,
    goodsTotal: amount(row.goodsTotal),
    shippingTotal: amount(row.shippingTotal),
    discountTotal: amount(row.discountTotal),
    taxTotal: amount(row.taxTotal),
    uniqueCode: amount(row.uniqueCode),
    total: amount(row.total),
    placedAt: instant(row.placedAt),
    expiresAt: instant(row.expiresAt),
    settledAt: row.settledAt === null ? null : instant(row.settledAt),
    proofAt: row.proofAt === null ? null : instant(row.proofAt),
  }
}

export type PurchaseOrderRow = OrderOf & {
  purchaseId: string
  delivery: 'courier' | 'pickup' | 'local'
  pickupPlace: string | null
  goodsTotal: number
  shipping: number
  discount: number
  tax: number
  weightGrams: number
  service: string | null
  /** JSON for `discountsFrom`. */
  discounts: string
  sellerSlug: string
  sellerName: string
  sellerPhone: string
}

/** The orders of purchases, with their sellers. `ids` is SQL for the purchases' ids. */
export function listOrdersOf(db: Database, ids: SQL) {
  return db.all<PurchaseOrderRow>(sql`
    SELECT r.id AS id, r.purchase_id AS purchaseId, r.code AS code,
      r.enterprise_id AS enterpriseId, r.status AS status, r.total AS total,
      r.version AS version, r.delivery AS delivery, r.pickup_place AS pickupPlace,
      r.goods_total AS goodsTotal, r.shipping AS shipping, r.discount AS discount, r.tax AS tax,
      r.weight_grams AS weightGrams, r.service AS service, ${DISCOUNTS_OF_R} AS discounts,
      o.slug AS sellerSlug, o.name AS sellerName, e.phone AS sellerPhone
    FROM orders r JOIN organizations o ON o.id = r.enterprise_id
    JOIN enterprises e ON e.organization_id = r.enterprise_id
    WHERE r.purchase_id IN ${ids} ORDER BY length(r.code), r.code`)
}

/** The lines of those orders. */
export function listLinesOf(db: Database, ids: SQL) {
  return db
    .select()
    .from(orderLines)
    .where(sql`order_id IN (SELECT id FROM orders WHERE purchase_id IN ${ids})`)
    .orderBy(orderLines.orderId, orderLines.n)
}

/** Orders and lines as a purchase shows them. */
export function shownOrders(
  orders: readonly PurchaseOrderRow[],
  lines: readonly (typeof orderLines.$inferSelect)[],
): ShownOrder[] {
  return orders.map((order) => ({
    ...order,
    seller: { slug: order.sellerSlug, name: order.sellerName, phone: order.sellerPhone },
    lines: lines.filter((line) => line.orderId === order.id),
    discounts: shownDiscounts(discountsFrom(order.discounts)),
  }))
}

/** Sets state and version of purchases to what was decided. */
export function changePurchases(db: Database, changed: readonly Purchase[]): Statement {
  const rows = changed.map((one) => [one.id, one.status, one.settledAt, one.proofAt, one.version])
  return db.run(sql`
    UPDATE purchases SET status = j.value->>1, settled_at = j.value->>2, proof_at = j.value->>3,
      version = j.value->>4
    FROM json_each(${JSON.stringify(rows)}) j WHERE purchases.id = j.value->>0`)
}

/** Another way to pay: method, unique code, total, time to pay. */
export function changeTerms(db: Database, purchase: Purchase): Statement {
  const { id, method, uniqueCode, total, expiresAt } = purchase
  return db
    .update(purchases)
    .set({ method, uniqueCode, total, expiresAt })
    .where(sql`id = ${id}`)
}

/** Orders that end unpaid with their purchase. */
function changeLapsedOrders(db: Database, orders: readonly OrderOf[], now: number): Statement {
  const rows = orders.map((one) => [one.id, one.status, one.version])
  return db.run(sql`
    UPDATE orders SET status = j.value->>1, version = j.value->>2,
      cancelled_at = CASE j.value->>1 WHEN 'cancelled' THEN CAST(${now} AS INTEGER) END
    FROM json_each(${JSON.stringify(rows)}) j WHERE orders.id = j.value->>0`)
}

/** The statements by which purchases end unpaid and what they held is given back. */
export function recordLapses(db: Database, lapses: readonly Lapsed[], act: Act): Statement[] {
  const purchases = lapses.map((one) => one.purchase)
  const orders = lapses.flatMap((one) => one.orders)
  const events = [...purchases, ...orders].map((one) => ({
    ...act,
    subject: one.id,
    seq: one.version,
    type: one.status,
  }))
  return [
    recordEvents(db, events),
    changePurchases(db, purchases),
    changeLapsedOrders(db, orders, act.at),
    ...changeStock(
      db,
      lapses.flatMap((one) => one.givenBack),
    ),
  ]
}
