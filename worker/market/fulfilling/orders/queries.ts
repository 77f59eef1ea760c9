import { inArray, sql, type SQL } from 'drizzle-orm'
import type { Database, Results } from '#db/client'
import { orderLines, orders } from '#db/schema/orders'
import { purchases } from '#db/schema/purchases'
import { events } from '#db/schema/shell'
import { instant, type Instant } from '#worker/kernel/calendar'
import { isId } from '#worker/kernel/id'
import { amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { factLine, type Known } from '#worker/market/fulfilling/orders/answers'
import type { Happening } from '#worker/market/fulfilling/orders/moments/answers'
import type { Site } from '#worker/market/fulfilling/orders/messages'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Facts } from '#worker/market/fulfilling/orders/steps'
import { findPapers, papersFrom } from '#worker/market/fulfilling/papers/queries'
import { purchaseFrom } from '#worker/market/buying/purchases/queries'
import { sponsorsOf } from '#worker/market/buying/vouchers/given-discount'
import { discountFrom, listDiscounts } from '#worker/market/buying/vouchers/queries'

/** An order by its id or its code, as SQL for the ids below; within these enterprises if they are given. */
export function idOfOrder(name: string, within?: readonly string[]): SQL {
  const same = isId(name) ? sql`id = ${name}` : sql`code = ${name.toUpperCase()}`
  const scope = within
    ? sql`AND enterprise_id IN (SELECT value FROM json_each(${JSON.stringify(within)}))`
    : sql``
  return sql`(SELECT id FROM orders WHERE ${same} ${scope})`
}

/** The reads of one trip that tell all about orders; `ids` is SQL for their ids. */
export function findOrders(db: Database, ids: SQL) {
  return [
    db
      .select()
      .from(orders)
      .where(sql`id IN ${ids}`)
      .orderBy(orders.id),
    db
      .select()
      .from(purchases)
      .where(sql`id IN (SELECT purchase_id FROM orders WHERE id IN ${ids})`),
    listSellersOf(db, ids),
    db
      .select()
      .from(orderLines)
      .where(sql`order_id IN ${ids}`)
      .orderBy(orderLines.orderId, orderLines.n),
    db
      .select()
      .from(events)
      .where(inArray(events.subject, ids))
      .orderBy(events.subject, events.seq),
    findOperator(db),
    listDiscounts(db, ids),
    listOwnBalances(db, ids),
    listTransitDays(db, ids),
    ...findPapers(db, ids),
  ] as const
}

export type SellerRow = { enterpriseId: string; slug: string; name: string; phone: string }

function listSellersOf(db: Database, ids: SQL) {
  return db.all<SellerRow>(sql`
    SELECT o.id AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone
    FROM organizations o JOIN enterprises e ON e.organization_id = o.id
    WHERE o.id IN (SELECT enterprise_id FROM orders WHERE id IN ${ids})`)
}

type BalanceRow = { enterpriseId: string; payable: number; receivable: number }

/** What the sellers of these orders are owed by the operator now, and owe. */
function listOwnBalances(db: Database, ids: SQL) {
  return db.all<BalanceRow>(sql`
    SELECT o.id AS enterpriseId,
      coalesce((SELECT credits - debits FROM accounts
        WHERE id = k.id || '/seller-payable/' || o.id), 0) AS payable,
      coalesce((SELECT debits - credits FROM accounts
        WHERE id = k.id || '/seller-receivable/' || o.id), 0) AS receivable
    FROM organizations o JOIN organizations k ON k.kind = 'operator'
    WHERE o.id IN (SELECT enterprise_id FROM orders WHERE id IN ${ids})`)
}

/** The most days that the sellers' tariffs give to where these orders go. */
function listTransitDays(db: Database, ids: SQL) {
  return db.all<{ orderId: string; days: number | null }>(sql`
    SELECT r.id AS orderId, (SELECT max(t.days_to) FROM tariffs t
        WHERE t.enterprise_id = r.enterprise_id
          AND substr(p.area_code, 1, length(t.destination)) = t.destination) AS days
    FROM orders r JOIN purchases p ON p.id = r.purchase_id
    WHERE r.id IN ${ids} AND r.delivery <> 'pickup'`)
}

/** The operator's organization; its id is its book. */
export function findOperator(db: Database) {
  return db.all<{ book: string }>(sql`SELECT id AS book FROM organizations WHERE kind = 'operator'`)
}

export type OrderRows = Results<ReturnType<typeof findOrders>>

/** Orders with all that belongs to each, from the reads of `findOrders`. */
export function knownFrom(rows: OrderRows): Known[] {
  const [heads, checkouts, sellers, lines, happened, , discounts, balances, transits, ...papers] =
    rows
  return heads.map((row) => {
    const order = orderFrom(row)
    const { enterpriseId } = order
    return {
      order,
      purchase: purchaseFrom(
        found(
          checkouts.find((one) => one.id === order.purchaseId),
          'purchase',
        ),
      ),
      seller: found(
        sellers.find((one) => one.enterpriseId === enterpriseId),
        'seller',
      ),
      lines: lines.filter((one) => one.orderId === order.id),
      discounts: discounts.filter((one) => one.orderId === order.id).map(discountFrom),
      events: happened
        .filter((one) => one.subject === order.id)
        .map((one) => ({ ...one, data: JSON.parse(one.data) as Happening['data'] })),
      ...papersFrom(papers, order.id),
      transitDays: transits.find((one) => one.orderId === order.id)?.days ?? null,
      balance: balances.find((one) => one.enterpriseId === enterpriseId) ?? NO_BALANCE,
    }
  })
}

const NO_BALANCE = { payable: 0, receivable: 0 }

type Surroundings = Pick<Facts, 'book' | 'on' | 'at' | 'days'> & {
  site: Site
  newId: () => string
}

/** What a step is decided from. */
export function factsOf(known: Known, given: Surroundings): Facts {
  const { order, purchase, seller, lines, discounts, papers, balance, transitDays } = known
  const { site, newId, ...rest } = given
  const buyer = { phone: purchase.buyerPhone, locale: purchase.locale }
  return {
    ...rest,
    ...{ order, papers, discounts, sponsors: sponsorsOf(discounts), transitDays },
    lines: lines.map(factLine),
    payable: amount(balance.payable),
    receivable: amount(balance.receivable),
    told: { buyer, seller, site },
    ids: { paper: newId(), refund: newId() },
  }
}

const instantOrNull = (at: number | null): Instant | null => (at === null ? null : instant(at))

export function orderFrom(row: typeof orders.$inferSelect): Order {
  return {
    ...row,
    paid: row.paid === 1,
    goodsTotal: amount(row.goodsTotal),
    shipping: amount(row.shipping),
    discount: amount(row.discount),
    sponsored: amount(row.sponsored),
    tax: amount(row.tax),
    refunded: amount(row.refunded),
    sponsoredBack: amount(row.sponsoredBack),
    commissionBack: amount(row.commissionBack),
    commission: amount(row.commission),
    total: amount(row.total),
    placedAt: instant(row.placedAt),
    paidAt: instantOrNull(row.paidAt),
    shipBy: instantOrNull(row.shipBy),
    shippedAt: instantOrNull(row.shippedAt),
    deliveredAt: instantOrNull(row.deliveredAt),
    completeAt: instantOrNull(row.completeAt),
    completedAt: instantOrNull(row.completedAt),
    cancelledAt: instantOrNull(row.cancelledAt),
    cancelAskedAt: instantOrNull(row.cancelAskedAt),
    cancelAnswerBy: instantOrNull(row.cancelAnswerBy),
    lateToldAt: instantOrNull(row.lateToldAt),
  }
}
