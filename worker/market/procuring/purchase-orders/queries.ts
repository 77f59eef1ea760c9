import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Results, Statement } from '#db/client'
import { handoverLines, handovers, purchaseOrders } from '#db/schema/purchase-orders'
import { invoiceLines, invoices, invoiceWithholdings } from '#db/schema/invoices'
import { orderLines, orders } from '#db/schema/orders'
import { purchases } from '#db/schema/purchases'
import { quotations, quoteLines, quotes } from '#db/schema/quotations'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { insertPlaced } from '#worker/market/buying/checkout/placed/queries'
import { listCompanies } from '#worker/market/procuring/companies/queries'
import { numberTaken } from '#worker/market/procuring/numbers/queries'
import type { Series } from '#worker/market/procuring/numbers/number'
import { changeOrders } from '#worker/market/fulfilling/order-steps/queries'
import { findOperator } from '#worker/market/fulfilling/orders/queries'
import { listSellers } from '#worker/market/offering/seller-papers/queries'
import { changeStock } from '#worker/market/offering/products/queries'
import { findPricing } from '#worker/market/procuring/purchase-pricing/queries'
import type { ListedPurchaseOrderRow } from '#worker/market/procuring/purchase-orders/answers'
import type {
  PurchaseOrder,
  PurchaseOrderStatus,
} from '#worker/market/procuring/purchase-orders/purchase-order'
import type { Ending } from '#worker/market/procuring/purchase-orders/ending'
import { stockOf, type PlacedOnInvoice } from '#worker/market/procuring/purchase-orders/issuing'
import type { Quote } from '#worker/market/procuring/quotations/quotation'
import { listHistory } from '#worker/market/procuring/quotations/queries'
import { listPartsOfInvoices } from '#worker/market/paying/suspense/queries'

/** Where an address names a purchase order: its own id, one of its deliveries, or one of its invoices. */
export const idOfPurchaseOrder = (id: string): SQL =>
  sql`(SELECT id FROM purchase_orders WHERE id = ${id})`
export const idOfHandover = (id: string): SQL =>
  sql`(SELECT purchase_order_id FROM handovers WHERE id = ${id})`
export const idOfInvoice = (id: string): SQL =>
  sql`(SELECT purchase_order_id FROM invoices WHERE id = ${id})`

/** The reads of one trip that tell all about purchase orders; `ids` is SQL for their ids. */
export function findDossiers(db: Database, ids: SQL) {
  const of = (column: string) =>
    sql`(SELECT ${sql.raw(column)} FROM purchase_orders WHERE id IN ${ids})`
  const revisions = sql`(SELECT quotation_id, revision FROM purchase_orders WHERE id IN ${ids})`
  const orderIds = sql`(SELECT order_id FROM purchase_orders WHERE id IN ${ids})`
  const ofHandovers = sql`(SELECT id FROM handovers WHERE purchase_order_id IN ${ids})`
  const ofInvoices = sql`(SELECT id FROM invoices WHERE purchase_order_id IN ${ids})`
  return [
    db
      .select()
      .from(purchaseOrders)
      .where(sql`id IN ${ids}`)
      .orderBy(purchaseOrders.id),
    db
      .select()
      .from(quotations)
      .where(sql`id IN ${of('quotation_id')}`),
    db
      .select()
      .from(quotes)
      .where(sql`(quotation_id, revision) IN ${revisions}`),
    db
      .select()
      .from(quoteLines)
      .where(sql`(quotation_id, revision) IN ${revisions}`)
      .orderBy(quoteLines.quotationId, quoteLines.n),
    listCompanies(db, of('partner_id')),
    listNames(db, of('partner_id')),
    listSellers(db, of('enterprise_id')),
    db
      .select()
      .from(orders)
      .where(sql`id IN ${orderIds}`),
    db
      .select()
      .from(purchases)
      .where(sql`id IN (SELECT purchase_id FROM orders WHERE id IN ${orderIds})`),
    db
      .select()
      .from(orderLines)
      .where(sql`order_id IN ${orderIds}`)
      .orderBy(orderLines.orderId, orderLines.n),
    db
      .select()
      .from(handovers)
      .where(sql`purchase_order_id IN ${ids}`)
      .orderBy(handovers.id),
    db
      .select()
      .from(handoverLines)
      .where(sql`handover_id IN ${ofHandovers}`)
      .orderBy(handoverLines.handoverId, handoverLines.n),
    db
      .select()
      .from(invoices)
      .where(sql`purchase_order_id IN ${ids}`)
      .orderBy(invoices.id),
    db
      .select()
      .from(invoiceLines)
      .where(sql`invoice_id IN ${ofInvoices}`)
      .orderBy(invoiceLines.invoiceId, invoiceLines.n),
    db
      .select()
      .from(invoiceWithholdings)
      .where(sql`invoice_id IN ${ofInvoices}`),
    listPartsOfInvoices(db, ofInvoices),
    listHistory(db, ids),
    findOperator(db),
    ...findPricing(
      db,
      sql`(SELECT product_id FROM quote_lines
      WHERE (quotation_id, revision) IN ${revisions})`,
    ),
  ] as const
}

export type DossierRows = Results<ReturnType<typeof findDossiers>>

function listNames(db: Database, ids: SQL) {
  return db.all<{ organizationId: string; slug: string; name: string }>(sql`
    SELECT id AS organizationId, slug AS slug, name AS name FROM organizations WHERE id IN ${ids}`)
}

/** The statement that writes a purchase order down; with a series, it takes its number. */
export function insertPurchaseOrder(
  db: Database,
  order: PurchaseOrder,
  series?: Series,
): Statement {
  const n = series ? (numberTaken(series) as unknown as number) : null
  return db.insert(purchaseOrders).values({ ...order, n })
}

/** The statement that sets what may change of a purchase order; with a series, it takes its number. */
export function changePurchaseOrder(
  db: Database,
  order: PurchaseOrder,
  series?: Series,
): Statement {
  const { status, year, orderId, approvedBy, approvedName, approvedRole } = order
  const { issuedAt, endedAt, reason, version } = order
  return db
    .update(purchaseOrders)
    .set({
      ...{ status, year, orderId, approvedBy, approvedName, approvedRole },
      ...{ issuedAt, endedAt, reason, version },
      ...(series ? { n: numberTaken(series) } : {}),
    })
    .where(eq(purchaseOrders.id, order.id))
}

type Asked = {
  side: 'partner' | 'enterprise'
  id: string
  status?: PurchaseOrderStatus | undefined
  before?: string | undefined
  limit: number
}

/** The purchase orders of a company or of a seller, the newest first; a seller sees what was issued. */
export function listPurchaseOrders(db: Database, { side, id, status, before, limit }: Asked) {
  const other = sql.raw(side === 'partner' ? 'enterprise_id' : 'partner_id')
  const of = status ? sql`AND status = ${status}` : sql``
  const older = before ? sql`AND id < ${before}` : sql``
  const issued = side === 'enterprise' ? sql`AND n IS NOT NULL` : sql``
  return db.all<ListedPurchaseOrderRow>(sql`
    SELECT x.id AS id, x.year AS year, x.n AS n, k.prefix AS prefix, x.status AS status,
      r.status AS orderStatus, o.name AS other, l.title AS title, x.total AS total,
      (SELECT count(*) FROM quote_lines c
        WHERE c.quotation_id = x.quotation_id AND c.revision = x.revision) AS kinds,
      x.requested_at AS requestedAt
    FROM (SELECT * FROM purchase_orders WHERE ${sql.raw(`${side}_id`)} = ${id} ${issued} ${of} ${older}
          ORDER BY id DESC LIMIT ${limit}) x
      JOIN companies k ON k.organization_id = x.partner_id
      JOIN organizations o ON o.id = x.${other}
      JOIN quote_lines l ON l.quotation_id = x.quotation_id AND l.revision = x.revision
        AND l.n = (SELECT min(n) FROM quote_lines f
          WHERE f.quotation_id = x.quotation_id AND f.revision = x.revision)
      LEFT JOIN orders r ON r.id = x.order_id
    ORDER BY x.id DESC`)
}

/** The statements by which a purchase order is what it has become, with its order and its purchase. */
export function recordEnding(
  db: Database,
  { dossier, order, events, settled }: Ending,
  act: Act,
): Statement[] {
  const { placed, purchaseOrder } = dossier
  const changed = changePurchaseOrder(db, purchaseOrder)
  if (!order || !placed) return [changed]
  const happened = events.map((one) => ({ ...act, ...one, subject: order.id }))
  const { purchase } = placed
  const version = purchase.version + 1
  const paid = { ...act, subject: purchase.id, seq: version, type: 'settled' }
  return [
    changed,
    recordEvents(db, settled ? [...happened, paid] : happened),
    changeOrders(db, [order]),
    ...(settled
      ? [
          db.run(sql`
            UPDATE orders SET paid = 1, paid_at = CAST(${act.at} AS INTEGER) WHERE id = ${order.id}`),
          db.run(sql`
            UPDATE purchases SET status = 'settled', settled_at = CAST(${act.at} AS INTEGER),
              version = CAST(${version} AS INTEGER) WHERE id = ${purchase.id}`),
        ]
      : []),
  ]
}

type Placing = { placed: PlacedOnInvoice; quote: Quote; act: Act }

/** The statements by which the order with the seller comes to be: stock, purchase, order, history. */
export function recordPlaced(db: Database, { placed, quote, act }: Placing): Statement[] {
  const { purchase, orders: made } = placed
  return [
    ...changeStock(db, stockOf(quote, -1)),
    ...insertPlaced(db, placed),
    recordEvents(
      db,
      [purchase, ...made].map(({ id, total }) => {
        return { ...act, subject: id, seq: 1, type: 'placed', data: { total } }
      }),
    ),
  ]
}
