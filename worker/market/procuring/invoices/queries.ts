import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { invoices } from '#db/schema/invoices'
import type { LocalDate } from '#worker/kernel/calendar'
import type { ListedInvoiceRow } from '#worker/market/procuring/invoices/answers'
import type { Invoice } from '#worker/market/procuring/invoices/invoice'
import type { INVOICE_STATES } from '#worker/market/procuring/invoices/requests'
import { numberTaken } from '#worker/market/procuring/numbers/queries'
import type { Series } from '#worker/market/procuring/numbers/number'

/** The statements that issue an invoice and count it as bought; it takes its number. */
export function insertInvoice(db: Database, invoice: Invoice, series: Series): Statement[] {
  const { lines, withholdings: _, parties, ...head } = invoice
  const rows = lines.map((one) => [
    ...[one.n, one.title, one.unit, one.category, one.quantity, one.unitPrice],
    ...[one.discount, one.total, one.tax, one.commission],
  ])
  const n = numberTaken(series) as unknown as number
  return [
    db.insert(invoices).values({ ...head, n, parties: JSON.stringify(parties) }),
    db.run(sql`
      INSERT INTO invoice_lines (invoice_id, n, title, unit, category, quantity, unit_price, discount,
        total, tax, commission)
      SELECT ${invoice.id}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4,
        j.value->>5, j.value->>6, j.value->>7, j.value->>8, j.value->>9
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
    ...countSpending(db, invoice, 1),
  ]
}

/**
 * What was bought, by month, seller and category. A CHECK is tested on the row offered before a conflict is
 * seen, so the rows are opened with nothing and then changed.
 */
function countSpending(db: Database, invoice: Invoice, sign: 1 | -1): Statement[] {
  const { partnerId, enterpriseId, issuedOn, lines } = invoice
  const month = issuedOn.slice(0, 7)
  const rows = JSON.stringify(lines.map((one) => [one.category, sign * one.total]))
  return [
    db.run(sql`
      INSERT INTO spending (partner_id, month, enterprise_id, category, amount)
      SELECT DISTINCT ${partnerId}, ${month}, ${enterpriseId}, j.value->>0, 0
      FROM json_each(${rows}) j WHERE true ON CONFLICT DO NOTHING`),
    db.run(sql`
      UPDATE spending SET amount = spending.amount + j.amount
      FROM (SELECT value->>0 AS category, CAST(sum(value->>1) AS INTEGER) AS amount
            FROM json_each(${rows}) GROUP BY 1) j
      WHERE partner_id = ${partnerId} AND month = ${month} AND enterprise_id = ${enterpriseId}
        AND spending.category = j.category`),
  ]
}

/** The statement that sets when its buyer is reminded next. */
export function changeReminder(db: Database, id: string, remindOn: LocalDate | null): Statement {
  return db.run(
    sql`UPDATE invoices SET remind_on = ${remindOn} WHERE id = ${id} AND status = 'issued'`,
  )
}

/** The statements that record what a buyer withholds, in place of what was said before. */
export function changeWithholdings(db: Database, invoice: Invoice): Statement[] {
  const { id, withheld, withholdings } = invoice
  const rows = withholdings.map((one) => [
    ...[one.kind, one.base, one.rateBps, one.amount, one.proofNumber, one.proofOn],
  ])
  return [
    db.run(sql`DELETE FROM invoice_withholdings WHERE invoice_id = ${id}`),
    db.run(sql`
      INSERT INTO invoice_withholdings (invoice_id, kind, base, rate_bps, amount, proof_number, proof_on)
      SELECT ${id}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
    db
      .update(invoices)
      .set({ withheld })
      .where(sql`${invoices.id} = ${id}`),
  ]
}

/** The statement by which it is paid; it takes the number of its receipt. */
export function recordPayment(db: Database, invoice: Invoice, series: Series): Statement {
  const { id, status, remindOn, paidOn, reference, receiptYear } = invoice
  return db
    .update(invoices)
    .set({
      ...{ status, remindOn, paidOn, reference, receiptYear },
      receiptN: numberTaken(series) as unknown as number,
    })
    .where(sql`${invoices.id} = ${id}`)
}

/** The statements by which it is cancelled; it takes the number of its credit note. */
export function recordCancellation(db: Database, invoice: Invoice, series: Series): Statement[] {
  const { id, status, remindOn, cancelledOn, cancelReason, creditYear } = invoice
  return [
    db
      .update(invoices)
      .set({
        ...{ status, remindOn, cancelledOn, cancelReason, creditYear },
        creditN: numberTaken(series) as unknown as number,
      })
      .where(sql`${invoices.id} = ${id}`),
    ...countSpending(db, invoice, -1),
  ]
}

type Asked = {
  /** Whose: a company's, a seller's, or all, for the operator. */
  of?: { side: 'partner' | 'enterprise'; id: string }
  state?: (typeof INVOICE_STATES)[number] | undefined
  month?: string | undefined
  other?: string | undefined
  today: LocalDate
  after?: [string, string] | undefined
  limit: number
}

/** Invoices by their due day, the earliest first. */
export function listInvoices(db: Database, asked: Asked) {
  const { of, state, month, other, today, after, limit } = asked
  const wanted: SQL[] = []
  if (of) wanted.push(sql`${sql.raw(`${of.side}_id`)} = ${of.id}`)
  if (state)
    wanted.push(sql`status = ${state === 'open' || state === 'overdue' ? 'issued' : state}`)
  if (state === 'overdue') wanted.push(sql`due_on < ${today}`)
  if (month) wanted.push(sql`substr(issued_on, 1, 7) = ${month}`)
  if (other && of) {
    const column = sql.raw(of.side === 'partner' ? 'enterprise_id' : 'partner_id')
    wanted.push(sql`${column} = (SELECT id FROM organizations WHERE slug = ${other})`)
  }
  if (after) wanted.push(sql`(due_on, id) > (${after[0]}, ${after[1]})`)
  const where = wanted.length > 0 ? sql`WHERE ${sql.join(wanted, sql` AND `)}` : sql``
  return db.all<ListedInvoiceRow>(sql`
    SELECT i.id AS id, i.year AS year, i.n AS n, i.status AS status, b.slug AS companySlug,
      b.name AS companyName, s.slug AS sellerSlug, s.name AS sellerName,
      i.purchase_order_id AS purchaseOrderId, i.total AS total, i.total - i.withheld AS due,
      i.issued_on AS issuedOn, i.due_on AS dueOn
    FROM (SELECT * FROM invoices ${where} ORDER BY due_on, id LIMIT ${limit}) i
      JOIN organizations b ON b.id = i.partner_id JOIN organizations s ON s.id = i.enterprise_id
    ORDER BY i.due_on, i.id`)
}

/** Invoices whose buyers are to be reminded, as SQL for the ids of their purchase orders. */
export function listToRemind(db: Database, today: LocalDate, limit: number) {
  return db.all<ReminderRow>(sql`
    SELECT i.id AS id, i.year AS year, i.n AS n, i.due_on AS dueOn, ${missingSum} AS due,
      i.remind_on AS remindOn, k.contact_phone AS phone, b.slug AS companySlug,
      s.name AS sellerName, i.purchase_order_id AS purchaseOrderId
    FROM (SELECT * FROM invoices WHERE remind_on IS NOT NULL AND remind_on <= ${today}
          ORDER BY remind_on LIMIT ${limit}) i
      JOIN companies k ON k.organization_id = i.partner_id
      JOIN organizations b ON b.id = i.partner_id JOIN organizations s ON s.id = i.enterprise_id`)
}

/** What is still to come for an invoice, less what waits in suspense for it. */
export const missingSum = sql`max(0, i.total - i.withheld - (SELECT coalesce(sum(u.rest), 0)
  FROM unmatched_payments u WHERE u.invoice_id = i.id AND u.status = 'open'))`

export type ReminderRow = {
  id: string
  year: number
  n: number
  dueOn: LocalDate
  due: number
  remindOn: LocalDate
  phone: string
  companySlug: string
  sellerName: string
  purchaseOrderId: string
}
