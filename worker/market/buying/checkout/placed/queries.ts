/** What placing a purchase writes: the purchase, its orders, their lines. */
import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { purchases } from '#db/schema/purchases'
import type { PlacedOrder } from '#worker/market/buying/checkout/placed-order'
import type { Placed } from '#worker/market/buying/checkout/placing'

/** The statements that record a placed purchase with its orders and their lines. */
export function insertPlaced(db: Database, { purchase, orders }: Placed): Statement[] {
  return [db.insert(purchases).values(purchase), insertOrders(db, orders), insertLines(db, orders)]
}

function insertOrders(db: Database, orders: readonly PlacedOrder[]): Statement {
  const rows = orders.map((one) => [
    one.id,
    one.purchaseId,
    one.code,
    one.enterpriseId,
    one.status,
    one.terms,
    one.delivery,
    one.service,
    one.pickupPlace,
    one.goodsTotal,
    one.shipping,
    one.discount,
    one.sponsored,
    one.tax,
    one.commission,
    one.total,
    one.weightGrams,
    one.placedAt,
    one.version,
  ])
  return db.run(sql`
    INSERT INTO orders (id, purchase_id, code, enterprise_id, status, terms, delivery, service,
      pickup_place, goods_total, shipping, discount, sponsored, tax, commission, total, weight_grams,
      placed_at, version)
    SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
      j.value->>6, j.value->>7, j.value->>8, j.value->>9, j.value->>10, j.value->>11,
      j.value->>12, j.value->>13, j.value->>14, j.value->>15, j.value->>16, j.value->>17, j.value->>18
    FROM json_each(${JSON.stringify(rows)}) j WHERE true`)
}

function insertLines(db: Database, orders: readonly PlacedOrder[]): Statement {
  const rows = orders.flatMap((order) =>
    order.lines.map((one) => [
      order.id,
      one.n,
      one.productId,
      one.variantId,
      one.title,
      one.variantName,
      one.unitPrice,
      one.quantity,
      one.total,
      one.weightGrams,
      one.photoId,
      one.discount,
      one.sponsored,
      one.tax,
      one.commissionBps,
      one.commission,
    ]),
  )
  return db.run(sql`
    INSERT INTO order_lines (order_id, n, product_id, variant_id, title, variant_name, unit_price,
      quantity, total, weight_grams, photo_id, discount, sponsored, tax, commission_bps, commission)
    SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
      j.value->>6, j.value->>7, j.value->>8, j.value->>9, j.value->>10, j.value->>11, j.value->>12,
      j.value->>13, j.value->>14, j.value->>15
    FROM json_each(${JSON.stringify(rows)}) j WHERE true`)
}
