/** How steps of orders are written down, and which orders the clock has to look at. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { entryOf } from '#worker/ledger/entry'
import { recordEntries } from '#worker/ledger/queries'
import { CLOCKS } from '#worker/market/fulfilling/orders/clocks'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Step } from '#worker/market/fulfilling/orders/steps'
import { recordPapers } from '#worker/market/fulfilling/papers/queries'
import { changeStock } from '#worker/market/offering/products/queries'
import { giveBack } from '#worker/market/buying/vouchers/queries'
import { insertMessages } from '#worker/outbox/queries'

/** The statements by which orders take their steps, with all that follows; few, however many orders. */
export function recordSteps(
  db: Database,
  steps: readonly Step[],
  { act, newId }: { act: Act; newId: () => string },
): Statement[] {
  const happened = steps.flatMap(({ order, event, also = [] }) =>
    [event, ...also].map((one, i) => ({
      ...act,
      ...one,
      subject: order.id,
      seq: order.version - also.length + i,
    })),
  )
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
    ...recordPapers(
      db,
      steps.map((step) => step.papers ?? {}),
    ),
    ...steps.flatMap(({ order, sponsorsBack = [] }) =>
      // What an order that is cancelled took goes back by itself.
      order.status === 'cancelled' ? [] : giveBack(db, order.id, sponsorsBack),
    ),
    ...changeStock(
      db,
      steps.flatMap((step) => step.stock ?? []),
    ),
    ...recordEntries(db, entries),
    ...insertSales(db, steps),
    ...insertMessages(db, messages, act.at),
  ]
}

/** What is completed now is sold, on the day of its posting: whether or not money moves by it. */
function insertSales(db: Database, steps: readonly Step[]): Statement[] {
  const sold = steps.flatMap(({ order, posting, event }) =>
    event.type === 'completed' && posting ? [[order.id, posting.valueOn]] : [],
  )
  if (sold.length === 0) return []
  return [
    db.run(sql`
      INSERT INTO sold_orders (order_id, day)
      SELECT j.value->>0, j.value->>1 FROM json_each(${JSON.stringify(sold)}) j WHERE true`),
  ]
}

/** The statement that sets what may change of orders. */
export function changeOrders(db: Database, changed: readonly Order[]): Statement {
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
    one.lateToldAt,
  ])
  return db.run(sql`
    UPDATE orders SET status = j.value->>1, courier = j.value->>2, tracking_number = j.value->>3,
      shipped_at = j.value->>4, delivered_at = j.value->>5, complete_at = j.value->>6,
      completed_at = j.value->>7, cancelled_at = j.value->>8, version = j.value->>9,
      refunded = j.value->>10, sponsored_back = j.value->>11, commission_back = j.value->>12,
      disputes = j.value->>13, cancel_asked_at = j.value->>14, cancel_answer_by = j.value->>15,
      late_told_at = j.value->>16
    FROM json_each(${JSON.stringify(rows)}) j WHERE orders.id = j.value->>0`)
}

/** Orders whose time to complete has come, as SQL for their ids. */
export function idsToComplete(now: number, limit: number): SQL {
  return sql`(SELECT id FROM orders WHERE complete_at IS NOT NULL AND complete_at <= ${now} AND disputes = 0
    AND status IN ('shipped', 'delivered') ORDER BY complete_at LIMIT ${limit})`
}

/** Buyers who asked to cancel and were not answered in time. */
export function idsToAnswer(now: number, limit: number): SQL {
  return sql`(SELECT id FROM orders WHERE cancel_answer_by IS NOT NULL AND cancel_answer_by <= ${now}
    ORDER BY cancel_answer_by LIMIT ${limit})`
}

const UNSENT = sql.raw(`status IN ('placed', 'confirmed', 'packed')`)

/** What should have been sent by now, and nobody has been told so. */
export function idsLate(now: number, limit: number): SQL {
  return sql`(SELECT id FROM orders WHERE late_told_at IS NULL AND ship_by IS NOT NULL
    AND ship_by <= ${now} AND ${UNSENT} ORDER BY ship_by LIMIT ${limit})`
}

/** What was not even sent after that. */
export function idsTooLate(now: number, limit: number): SQL {
  return sql`(SELECT id FROM orders WHERE late_told_at IS NOT NULL
    AND late_told_at <= ${now} - CASE WHEN delivery = 'pickup' AND status = 'packed'
      THEN ${CLOCKS.collection} ELSE ${CLOCKS.lateCancellation} END AND ${UNSENT}
    ORDER BY late_told_at LIMIT ${limit})`
}

/** Orders with a parcel that should have arrived by now, about which nobody was asked. */
export function idsToAsk(now: number, limit: number): SQL {
  return sql`(SELECT DISTINCT order_id FROM (SELECT order_id FROM shipments
    WHERE asked_at IS NULL AND delivered_at IS NULL AND arrive_by <= ${now}
    ORDER BY arrive_by LIMIT ${limit}))`
}

/** Orders with a return or a complaint in which nobody has moved in time. */
export function idsOfOverdue(table: 'returns' | 'complaints', now: number, limit: number): SQL {
  return sql`(SELECT DISTINCT order_id FROM (SELECT order_id FROM ${sql.raw(table)}
    WHERE due_at IS NOT NULL AND due_at <= ${now} ORDER BY due_at LIMIT ${limit}))`
}
