import { inArray, sql, type SQL } from 'drizzle-orm'
import type { Database, Results, Statement } from '#db/client'
import { orderLines, orders } from '#db/schema/orders'
import { purchases } from '#db/schema/purchases'
import { events } from '#db/schema/shell'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { instant, type Instant } from '#worker/kernel/calendar'
import { isId } from '#worker/kernel/id'
import { amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { recordEntries } from '#worker/ledger/queries'
import type { Happening, Known } from '#worker/market/orders/answers'
import type { Site } from '#worker/market/orders/messages'
import type { Order } from '#worker/market/orders/order'
import type { Facts, Step } from '#worker/market/orders/steps'
import { changeStock } from '#worker/market/products/queries'
import { purchaseFrom } from '#worker/market/purchases/queries'
import { sponsorsOf } from '#worker/market/vouchers/given-discount'
import { discountFrom, listDiscounts } from '#worker/market/vouchers/queries'
import { insertMessages } from '#worker/outbox/queries'

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
  ] as const
}

export type SellerRow = { enterpriseId: string; slug: string; name: string; phone: string }

function listSellersOf(db: Database, ids: SQL) {
  return db.all<SellerRow>(sql`
    SELECT o.id AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone
    FROM organizations o JOIN enterprises e ON e.organization_id = o.id
    WHERE o.id IN (SELECT enterprise_id FROM orders WHERE id IN ${ids})`)
}

/** The operator's organization; its id is its book. */
export function findOperator(db: Database) {
  return db.all<{ book: string }>(sql`SELECT id AS book FROM organizations WHERE kind = 'operator'`)
}

export type OrderRows = Results<ReturnType<typeof findOrders>>

/** Orders with all that belongs to each, from the reads of `findOrders`. */
export function knownFrom(rows: OrderRows): Known[] {
  const [heads, checkouts, sellers, lines, happened, , discounts] = rows
  return heads.map((row) => {
    const order = orderFrom(row)
    return {
      order,
      purchase: purchaseFrom(
        found(
          checkouts.find((one) => one.id === order.purchaseId),
          'purchase',
        ),
      ),
      seller: found(
        sellers.find((one) => one.enterpriseId === order.enterpriseId),
        'seller',
      ),
      lines: lines.filter((one) => one.orderId === order.id),
      discounts: discounts.filter((one) => one.orderId === order.id).map(discountFrom),
      events: happened
        .filter((one) => one.subject === order.id)
        .map((one) => ({ ...one, data: JSON.parse(one.data) as Happening['data'] })),
    }
  })
}

type Surroundings = Pick<Facts, 'book' | 'on' | 'at' | 'days'> & { site: Site }

/** What a step is decided from. */
export function factsOf(known: Known, given: Surroundings): Facts {
  const { order, purchase, seller, lines, discounts } = known
  const { site, ...rest } = given
  const buyer = { phone: purchase.buyerPhone, locale: purchase.locale }
  return { ...rest, order, lines, sponsors: sponsorsOf(discounts), told: { buyer, seller, site } }
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
  }
}

/** The statements by which orders take their steps, with all that follows; few, however many orders. */
export function recordSteps(
  db: Database,
  steps: readonly Step[],
  { act, newId }: { act: Act; newId: () => string },
): Statement[] {
  const happened = steps.map(({ order, event }) => ({
    ...act,
    ...event,
    subject: order.id,
    seq: order.version,
  }))
  const entries = steps.flatMap(({ posting }) =>
    posting ? [entryOf(posting, { ...act, id: newId() })] : [],
  )
  const messages = steps.flatMap((step) => step.messages.map((one) => ({ ...one, id: newId() })))
  return [
    recordEvents(db, happened),
    changeOrders(
      db,
      steps.map((step) => step.order),
    ),
    ...changeStock(
      db,
      steps.flatMap((step) => step.stock ?? []),
    ),
    ...recordEntries(db, entries),
    ...insertMessages(db, messages, act.at),
  ]
}

function changeOrders(db: Database, changed: readonly Order[]): Statement {
  const rows = changed.map((one) => [
    one.id,
    one.status,
    one.courier,
    one.trackingNumber,
    one.shippedAt,
    one.deliveredAt,
    one.completeAt,
    one.completedAt,
    one.cancelledAt,
    one.version,
    one.refunded,
    one.sponsoredBack,
    one.commissionBack,
    one.disputes,
    one.cancelAskedAt,
    one.cancelAnswerBy,
  ])
  return db.run(sql`
    UPDATE orders SET status = j.value->>1, courier = j.value->>2, tracking_number = j.value->>3,
      shipped_at = j.value->>4, delivered_at = j.value->>5, complete_at = j.value->>6,
      completed_at = j.value->>7, cancelled_at = j.value->>8, version = j.value->>9,
      refunded = j.value->>10, sponsored_back = j.value->>11, commission_back = j.value->>12,
      disputes = j.value->>13, cancel_asked_at = j.value->>14, cancel_answer_by = j.value->>15
    FROM json_each(${JSON.stringify(rows)}) j WHERE orders.id = j.value->>0`)
}

/** Orders whose time to complete has come, as SQL for their ids. */
export function idsToComplete(now: number, limit: number): SQL {
  return sql`(SELECT id FROM orders WHERE complete_at IS NOT NULL AND complete_at <= ${now} AND disputes = 0
    AND status IN ('shipped', 'delivered') ORDER BY complete_at LIMIT ${limit})`
}
