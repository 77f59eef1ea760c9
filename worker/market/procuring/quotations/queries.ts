import { sql, type SQL } from 'drizzle-orm'
import type { Database, Results, Statement } from '#db/client'
import { quotationLines, quotations, quoteLines, quotes } from '#db/schema/quotations'
import { instant, type LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { addressLine } from '#worker/market/procuring/companies/company'
import { companyFrom, listCompanies } from '#worker/market/procuring/companies/queries'
import { numberTaken } from '#worker/market/procuring/numbers/queries'
import { listSellers, sellerFrom } from '#worker/market/offering/seller-papers/queries'
import type { Unit } from '#worker/market/offering/products/product'
import type { PurchaseOrderStatus } from '#worker/market/procuring/purchase-orders/purchase-order'
import type { KnownQuotation } from '#worker/market/procuring/quotations/answers'
import type {
  Quotation,
  QuotationStatus,
  Quote,
  QuoteLine,
  Told,
} from '#worker/market/procuring/quotations/quotation'
import { seriesOf } from '#worker/market/procuring/numbers/number'
import type { VillageCode } from '#worker/market/buying/shipping/area'

/** The history of subjects, with the names of who made it; `ids` is SQL for them. */
export function listHistory(db: Database, ids: SQL) {
  return db.all<{ subject: string; type: string; at: number; by: string | null; data: string }>(sql`
    SELECT e.subject AS subject, e.type AS type, e.at AS at, p.name AS by, e.data AS data
    FROM events e LEFT JOIN people p ON p.id = e.actor_id
    WHERE e.subject IN ${ids} ORDER BY e.subject, e.seq`)
}

export function historyOf(
  rows: readonly { subject: string; type: string; at: number; by: string | null; data: string }[],
  id: string,
): Told[] {
  return rows
    .filter((one) => one.subject === id)
    .map(({ type, at, by, data }) => ({ type, at, by, data: JSON.parse(data) as Told['data'] }))
}

/** The reads of one trip that tell all about quotations; `ids` is SQL for their ids. */
export function findQuotations(db: Database, ids: SQL) {
  const sides = (column: string) =>
    sql`(SELECT ${sql.raw(column)} FROM quotations WHERE id IN ${ids})`
  return [
    db
      .select()
      .from(quotations)
      .where(sql`id IN ${ids}`)
      .orderBy(quotations.id),
    db
      .select()
      .from(quotationLines)
      .where(sql`quotation_id IN ${ids}`)
      .orderBy(quotationLines.quotationId, quotationLines.n),
    db
      .select()
      .from(quotes)
      .where(sql`quotation_id IN ${ids}`),
    db
      .select()
      .from(quoteLines)
      .where(sql`quotation_id IN ${ids}`)
      .orderBy(quoteLines.quotationId, quoteLines.revision, quoteLines.n),
    listCompanies(db, sides('partner_id')),
    listSellers(db, sides('enterprise_id')),
    listNames(db, sides('partner_id')),
    listOrdersOf(db, ids),
    listHistory(db, ids),
  ] as const
}

function listNames(db: Database, ids: SQL) {
  return db.all<{ organizationId: string; slug: string; name: string }>(sql`
    SELECT id AS organizationId, slug AS slug, name AS name FROM organizations WHERE id IN ${ids}`)
}

type OrderOfQuotation = { id: string; status: PurchaseOrderStatus; version: number }

function listOrdersOf(db: Database, ids: SQL) {
  return db.all<OrderOfQuotation & { quotationId: string }>(sql`
    SELECT id, quotation_id AS quotationId, status, version FROM purchase_orders
    WHERE quotation_id IN ${ids} AND status IN ('awaiting', 'issued', 'closed', 'cancelled')
    ORDER BY id DESC`)
}

export type QuotationRows = Results<ReturnType<typeof findQuotations>>

export function quotationsFrom(rows: QuotationRows): KnownQuotation[] {
  const [heads, lines, offers, offerLines, companies, sellers, names, orders, history] = rows
  return heads.map((head) => {
    const company = companyFrom(
      found(
        companies.find((one) => one.organizationId === head.partnerId),
        'company',
      ),
    )
    const seller = sellerFrom(
      found(
        sellers.find((one) => one.enterpriseId === head.enterpriseId),
        'seller',
      ),
    )
    const named = found(
      names.find((one) => one.organizationId === head.partnerId),
      'company',
    )
    const order = orders.find((one) => one.quotationId === head.id)
    return {
      quotation: quotationFrom(
        head,
        lines.filter((one) => one.quotationId === head.id),
      ),
      quotes: offers
        .filter((one) => one.quotationId === head.id)
        .map((one) => quoteFrom(one, offerLines)),
      company: {
        ...{ slug: named.slug, name: named.name, prefix: company.prefix },
        ...{ legalName: company.legalName, npwp: company.npwp },
        ...{ address: addressLine(company), phone: company.contactPhone },
      },
      seller: {
        ...{ slug: seller.slug, name: seller.name, phone: seller.phone },
        ...{ legalName: seller.papers.legalName, npwp: seller.papers.npwp },
        address: seller.papers.address,
      },
      purchaseOrder: order ?? null,
      events: historyOf(history, head.id),
    }
  })
}

function quotationFrom(
  row: typeof quotations.$inferSelect,
  lines: readonly (typeof quotationLines.$inferSelect)[],
): Quotation {
  return {
    ...row,
    areaCode: row.areaCode as VillageCode,
    status: row.status as QuotationStatus,
    neededBy: row.neededBy as LocalDate | null,
    validUntil: row.validUntil as LocalDate | null,
    total: row.total === null ? null : amount(row.total),
    askedAt: instant(row.askedAt),
    lines: lines.map(({ quotationId: _, ...line }) => line),
  }
}

export function quoteFrom(
  row: typeof quotes.$inferSelect,
  lines: readonly (typeof quoteLines.$inferSelect)[],
): Quote {
  const { quotationId, ...rest } = row
  return {
    ...rest,
    goodsTotal: amount(row.goodsTotal),
    discount: amount(row.discount),
    shipping: amount(row.shipping),
    total: amount(row.total),
    validUntil: row.validUntil as LocalDate,
    quotedAt: instant(row.quotedAt),
    lines: lines
      .filter((one) => one.quotationId === quotationId && one.revision === row.revision)
      .map(lineFrom),
  }
}

function lineFrom(row: typeof quoteLines.$inferSelect): QuoteLine {
  const { quotationId: _, revision: __, ...rest } = row
  return {
    ...rest,
    unit: row.unit as Unit,
    unitPrice: amount(row.unitPrice),
    total: amount(row.total),
    madeToOrder: row.madeToOrder === 1,
  }
}

/** The statements that ask; the number is taken with them. */
export function insertQuotation(db: Database, quotation: Quotation, today: LocalDate): Statement[] {
  const { lines, ...head } = quotation
  const series = seriesOf('rfq', quotation.partnerId, today)
  const rows = lines.map((one) => [one.n, one.variantId, one.title, one.quantity, one.note])
  return [
    db.insert(quotations).values({ ...head, n: numberTaken(series) as unknown as number }),
    db.run(sql`
      INSERT INTO quotation_lines (quotation_id, n, variant_id, title, quantity, note)
      SELECT ${quotation.id}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
  ]
}

/** The statement that sets what may change of a quotation. */
export function changeQuotation(db: Database, quotation: Quotation): Statement {
  const { status, revision, validUntil, total, reason, version } = quotation
  return db
    .update(quotations)
    .set({ status, revision, validUntil, total, reason, version })
    .where(sql`${quotations.id} = ${quotation.id}`)
}

/** The statements that record a quote; what it offers for words alone is remembered with the request. */
export function insertQuote(db: Database, quotationId: string, quote: Quote): Statement[] {
  const { lines, ...head } = quote
  const { revision } = quote
  const rows = lines.map((one) => ({ ...one, madeToOrder: one.madeToOrder ? 1 : 0 }))
  return [
    db.insert(quotes).values({ quotationId, ...head }),
    db.run(sql`
      INSERT INTO quote_lines (quotation_id, revision, n, product_id, variant_id, title, variant_name,
        unit, weight_grams, quantity, unit_price, total, made_to_order)
      SELECT ${quotationId}, CAST(${revision} AS INTEGER), v->>'n', v->>'productId', v->>'variantId',
        v->>'title', v->>'variantName', v->>'unit', v->>'weightGrams', v->>'quantity',
        v->>'unitPrice', v->>'total', v->>'madeToOrder'
      FROM (SELECT value AS v FROM json_each(${JSON.stringify(rows)})) WHERE true`),
    db.run(sql`
      UPDATE quotation_lines SET variant_id = j.value->>1
      FROM json_each(${JSON.stringify(lines.map((one) => [one.n, one.variantId]))}) j
      WHERE quotation_id = ${quotationId} AND n = j.value->>0 AND variant_id IS NULL`),
  ]
}
