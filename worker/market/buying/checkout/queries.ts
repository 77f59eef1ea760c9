import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import type { Amount } from '#worker/kernel/money'
import { cartIdOf, type CartRef } from '#worker/market/buying/carts/queries'
import type { Placed } from '#worker/market/buying/checkout/placing'
import { LARGEST_CODE } from '#worker/market/buying/checkout/unique-code'
import { MOST_OPEN } from '#worker/market/buying/purchases/purchase'
import { openAt } from '#worker/market/offering/windows/queries'

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
      sql`(SELECT count(*) FROM cart_lines
          WHERE cart_id = ${buyer.cartId} AND saved = 0) = ${lines.length}
        AND NOT EXISTS (SELECT 1 FROM json_each(${seen}) j
          LEFT JOIN cart_lines l ON l.cart_id = ${buyer.cartId} AND l.variant_id = j.value->>0
            AND l.saved = 0
          WHERE l.quantity IS NOT j.value->>1)`,
      'cart_unchanged',
    ),
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM json_each(${seen}) j JOIN variants v ON v.id = j.value->>0
        JOIN products p ON p.id = v.product_id
        WHERE j.value->>2 <> coalesce((SELECT t.price FROM tier_prices t
            WHERE t.variant_id = v.id AND t.from_quantity <= j.value->>1
            ORDER BY t.from_quantity DESC LIMIT 1), v.price)
          OR v.archived OR NOT p.on_sale
          OR NOT ${openAt(placed.purchase.placedAt)})`,
      'goods_unchanged',
    ),
    ...assertWaysAsSeen(db, placed),
    ...assertVouchersOpen(db, placed),
  ]
}

/** What she was shown it costs to send is what it costs still. */
function assertWaysAsSeen(db: Database, { orders }: Placed): Statement[] {
  const sent = orders.filter((one) => one.tariff !== null)
  if (sent.length === 0) return []
  const seen = sent.map(({ enterpriseId, serviceCode, tariff }) => [
    enterpriseId,
    serviceCode,
    tariff?.destination,
    tariff?.firstKg,
    tariff?.nextKg,
  ])
  return [
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(seen)}) j
        LEFT JOIN tariffs t ON t.enterprise_id = j.value->>0 AND t.service = j.value->>1
          AND t.destination = j.value->>2
        LEFT JOIN shipping_services s ON s.enterprise_id = j.value->>0 AND s.code = j.value->>1
        WHERE t.first_kg IS NOT j.value->>3 OR t.next_kg IS NOT j.value->>4 OR s.active IS NOT 1)`,
      'tariffs_unchanged',
    ),
  ]
}

/** How often and how much it may be used is counted; that it has not been closed is asked here. */
function assertVouchersOpen(db: Database, { purchase, orders }: Placed): Statement[] {
  const used = new Set(orders.flatMap((one) => one.discounts.map((given) => given.voucherId)))
  if (used.size === 0) return []
  return [
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM vouchers WHERE closed_at <= ${purchase.placedAt}
        AND id IN (SELECT value FROM json_each(${JSON.stringify([...used])})))`,
      'voucher_open',
    ),
  ]
}

export function emptyCart(db: Database, cartId: string): Statement {
  return db.run(sql`DELETE FROM cart_lines WHERE cart_id = ${cartId} AND saved = 0`)
}
