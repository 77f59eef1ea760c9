import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { purchases } from '#db/schema/purchases'
import type { Amount } from '#worker/kernel/money'
import { cartIdOf, type CartRef } from '#worker/market/carts/queries'
import type { PlacedOrder } from '#worker/market/checkout/placed-order'
import type { Placed } from '#worker/market/checkout/placing'
import { LARGEST_CODE } from '#worker/market/checkout/unique-code'
import { MOST_OPEN } from '#worker/market/purchases/purchase'
import { openAt } from '#worker/market/windows/queries'

/** The totals of open purchases that a purchase of this much could collide with. */
export function listTakenTotals(db: Database, base: Amount) {
  return db.all<{ taken: number }>(sql`
    SELECT total AS taken FROM purchases
    WHERE status = 'pending' AND method IN ('transfer', 'qris')
      AND total BETWEEN ${base} AND ${base + LARGEST_CODE}`)
}

type Buyer = { phone: string; personId: string | null }

/** Unpaid purchases of this buyer, known by her number, her session or her cart. */
function openOf({ phone, personId }: Buyer, cartId: SQL | string): SQL {
  return sql`(SELECT count(*) FROM purchases WHERE status = 'pending' AND (buyer_phone = ${phone}
    OR person_id = ${personId} OR cart_hash = ${cartId}))`
}

export function countOpen(db: Database, { ref, ...buyer }: Buyer & { ref: CartRef }) {
  return db.all<{ open: number }>(sql`SELECT ${openOf(buyer, cartIdOf(ref))} AS open`)
}

/**
 * Ends the batch unless what the decision saw still holds: the buyer's open purchases, the cart's lines,
 * and of every variant its price and that it is for sale just now. Stock judges itself.
 */
export function assertAsSeen(
  db: Database,
  buyer: Buyer & { cartId: string },
  placed: Placed,
): Statement[] {
  const lines = placed.orders.flatMap((order) => order.lines)
  const seen = JSON.stringify(lines.map((one) => [one.variantId, one.quantity, one.unitPrice]))
  return [
    assertHolds(
      db,
      sql`${openOf(buyer, buyer.cartId)} < ${MOST_OPEN}`,
      'open_purchases_within_limit',
    ),
    assertHolds(
      db,
      sql`(SELECT count(*) FROM cart_lines WHERE cart_id = ${buyer.cartId}) = ${lines.length}
        AND NOT EXISTS (SELECT 1 FROM json_each(${seen}) j
          LEFT JOIN cart_lines l ON l.cart_id = ${buyer.cartId} AND l.variant_id = j.value->>0
          WHERE l.quantity IS NOT j.value->>1)`,
      'cart_unchanged',
    ),
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM json_each(${seen}) j JOIN variants v ON v.id = j.value->>0
        JOIN products p ON p.id = v.product_id
        WHERE v.price <> j.value->>2 OR v.archived OR NOT p.on_sale
          OR NOT ${openAt(placed.purchase.placedAt)})`,
      'goods_unchanged',
    ),
  ]
}

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

export function emptyCart(db: Database, cartId: string): Statement {
  return db.run(sql`DELETE FROM cart_lines WHERE cart_id = ${cartId}`)
}
