import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { orderDiscounts, vouchers } from '#db/schema/vouchers'
import { instant } from '#worker/kernel/calendar'
import { amount, basisPoints } from '#worker/kernel/money'
import type { Discount } from '#worker/market/buying/vouchers/discounts'
import type { GivenDiscount } from '#worker/market/buying/vouchers/given-discount'
import type { Voucher } from '#worker/market/buying/vouchers/voucher'

type Row = typeof vouchers.$inferSelect

const amountOrNull = (n: number | null) => (n === null ? null : amount(n))
const instantOrNull = (n: number | null) => (n === null ? null : instant(n))

export function voucherFrom(row: Row): Voucher {
  return {
    ...row,
    percentBps: row.percentBps === null ? null : basisPoints(row.percentBps),
    cap: amountOrNull(row.cap),
    minimum: amount(row.minimum),
    startsAt: instant(row.startsAt),
    endsAt: instantOrNull(row.endsAt),
    budget: amountOrNull(row.budget),
    categories: JSON.parse(row.categories) as string[],
    enterprises: JSON.parse(row.enterprises) as string[],
    usedAmount: amount(row.usedAmount),
    released: amount(row.released),
    createdAt: instant(row.createdAt),
    closedAt: instantOrNull(row.closedAt),
  }
}

/**
 * What could help to pay for a cart: the vouchers of these codes, and the sellers' own that need none.
 * `cartId` is SQL for the cart's id.
 */
export function listVouchersFor(db: Database, cartId: SQL, codes: readonly string[]) {
  const sellers = sql`(SELECT p.enterprise_id FROM cart_lines l
    JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
    WHERE l.cart_id = ${cartId} AND l.saved = 0)`
  return db
    .select()
    .from(vouchers)
    .where(
      sql`code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))
        OR (code IS NULL AND closed_at IS NULL AND organization_id IN ${sellers})`,
    )
    .orderBy(vouchers.id)
}

/** How often a buyer has used the vouchers of these codes. */
export function listUsesBy(db: Database, phone: string, codes: readonly string[]) {
  return db.all<{ voucherId: string; timesUsed: number }>(sql`
    SELECT b.voucher_id AS voucherId, b.used AS timesUsed FROM voucher_buyers b
    JOIN vouchers v ON v.id = b.voucher_id
    WHERE b.phone = ${phone}
      AND v.code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
}

type Placed = {
  purchaseId: string
  phone: string
  vouchers: readonly Voucher[]
  orders: readonly { id: string; discounts: readonly Discount[] }[]
}

/**
 * The statements that freeze what vouchers gave and count it. That a limit holds is for the CHECKs of these
 * tables to say, since of many who place at once only the database knows who came first.
 */
export function recordUses(db: Database, { purchaseId, phone, ...placed }: Placed): Statement[] {
  const rows = placed.orders.flatMap(({ id, discounts }) =>
    discounts.map((one, i) => [
      id,
      i + 1,
      one.voucherId,
      one.kind,
      one.payer,
      one.payerId,
      one.amount,
      one.label,
      JSON.stringify(one.parts),
    ]),
  )
  if (rows.length === 0) return []
  const amounts = new Map<string, number>()
  for (const [, , voucherId, , , , taken] of rows) {
    amounts.set(String(voucherId), (amounts.get(String(voucherId)) ?? 0) + Number(taken))
  }
  const used = placed.vouchers
    .filter((one) => amounts.has(one.id))
    .map((one) => [one.id, amounts.get(one.id), one.mostPerBuyer])
  return [...countUses(db, { purchaseId, phone }, JSON.stringify(used)), insertDiscounts(db, rows)]
}

function countUses(
  db: Database,
  { purchaseId, phone }: { purchaseId: string; phone: string },
  used: string,
): Statement[] {
  return [
    db.run(sql`
      INSERT INTO voucher_uses (voucher_id, purchase_id, phone)
      SELECT j.value->>0, ${purchaseId}, ${phone} FROM json_each(${used}) j WHERE true`),
    // A CHECK is tested on the row offered before a conflict is seen, so uses are added by an UPDATE.
    db.run(sql`
      INSERT INTO voucher_buyers (voucher_id, phone, used, most)
      SELECT j.value->>0, ${phone}, 0, j.value->>2 FROM json_each(${used}) j WHERE true
      ON CONFLICT (voucher_id, phone) DO NOTHING`),
    db.run(sql`
      UPDATE voucher_buyers SET used = used + 1
      WHERE phone = ${phone} AND voucher_id IN (SELECT value->>0 FROM json_each(${used}))`),
    db.run(sql`
      UPDATE vouchers SET used = used + 1, used_amount = used_amount + (j.value->>1)
      FROM json_each(${used}) j WHERE vouchers.id = j.value->>0`),
  ]
}

function insertDiscounts(db: Database, rows: readonly unknown[]): Statement {
  return db.run(sql`
    INSERT INTO order_discounts
      (order_id, n, voucher_id, kind, payer, payer_id, amount, label, parts)
    SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
      j.value->>6, j.value->>7, j.value->>8
    FROM json_each(${JSON.stringify(rows)}) j WHERE true`)
}

/** The discounts of the order `r`, as JSON for `discountsFrom`. */
export const DISCOUNTS_OF_R = sql`(SELECT json_group_array(json_object('n', d.n,
    'voucherId', d.voucher_id, 'kind', d.kind, 'payer', d.payer, 'payerId', d.payer_id,
    'amount', d.amount, 'label', d.label, 'parts', json(d.parts), 'back', d.back) ORDER BY d.n)
  FROM order_discounts d WHERE d.order_id = r.id)`

export const discountsFrom = (json: string) => JSON.parse(json) as GivenDiscount[]

/** The discounts of orders, by SQL for the orders' ids. */
export function listDiscounts(db: Database, ids: SQL) {
  return db
    .select()
    .from(orderDiscounts)
    .where(sql`order_id IN ${ids}`)
    .orderBy(orderDiscounts.orderId, orderDiscounts.n)
}

export function discountFrom(row: typeof orderDiscounts.$inferSelect): GivenDiscount {
  return {
    ...row,
    amount: amount(row.amount),
    back: amount(row.back),
    parts: JSON.parse(row.parts) as GivenDiscount['parts'],
  }
}

/**
 * The statement by which parts of discounts go back to their payers, so much more of each. What an order that
 * is cancelled or expires took goes back by itself.
 */
export function giveBack(
  db: Database,
  orderId: string,
  back: readonly { n: number; amount: number }[],
): Statement[] {
  if (back.length === 0) return []
  const rows = JSON.stringify(back.map((one) => [one.n, one.amount]))
  return [
    db.run(sql`
      UPDATE order_discounts SET back = back + (j.value->>1) FROM json_each(${rows}) j
      WHERE order_id = ${orderId} AND n = j.value->>0`),
  ]
}

export function insertVoucher(db: Database, voucher: Voucher): Statement {
  return db.insert(vouchers).values({
    ...voucher,
    categories: JSON.stringify(voucher.categories),
    enterprises: JSON.stringify(voucher.enterprises),
  })
}

export function changeVoucher(db: Database, changed: Voucher): Statement {
  const { id, closedAt, released, version } = changed
  return db.run(sql`
    UPDATE vouchers SET closed_at = CAST(${closedAt} AS INTEGER),
      released = CAST(${released} AS INTEGER), version = CAST(${version} AS INTEGER)
    WHERE id = ${id}`)
}

type Listing = { after?: string | undefined; limit: number }

/** An organization's vouchers, the newest first; `owner` is SQL for its id. */
export function listVouchers(db: Database, owner: SQL, { after, limit }: Listing) {
  return db
    .select()
    .from(vouchers)
    .where(
      after === undefined
        ? sql`organization_id IN ${owner}`
        : sql`organization_id IN ${owner} AND id < ${after}`,
    )
    .orderBy(sql`id DESC`)
    .limit(limit)
}

export function findVoucher(db: Database, owner: SQL, id: string) {
  return db
    .select()
    .from(vouchers)
    .where(sql`id = ${id} AND organization_id IN ${owner}`)
}

/** The vouchers that a code would collide with, and which enterprises and categories of these there are. */
export function findKnown(
  db: Database,
  { categories, enterprises }: Pick<Voucher, 'categories' | 'enterprises'>,
) {
  return db.all<{ kind: 'category' | 'enterprise'; reference: string }>(sql`
    SELECT 'category' AS kind, slug AS reference FROM categories
    WHERE slug IN (SELECT value FROM json_each(${JSON.stringify(categories)}))
    UNION ALL
    SELECT 'enterprise' AS kind, organization_id AS reference FROM enterprises
    WHERE organization_id IN (SELECT value FROM json_each(${JSON.stringify(enterprises)}))`)
}
