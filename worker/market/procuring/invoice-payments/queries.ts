import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import { amount } from '#worker/kernel/money'
import type { OpenInvoice } from '#worker/market/procuring/invoice-payments/matching'
import { missingSum } from '#worker/market/procuring/invoices/queries'
import { numberText } from '#worker/market/procuring/numbers/number'

type OpenInvoiceRow = {
  invoiceId: string
  invoiceYear: number
  invoiceN: number
  invoiceMissing: number
  invoiceBuyer: string
  invoiceIssuedOn: string
}

const at = sql.raw(`instr(upper(l.description), 'INV/')`)

/** Open invoices that these lines may pay: of their amounts, named in their words, or paid in part. */
export function listOpenInvoices(db: Database, lines: SQL) {
  return db.all<OpenInvoiceRow>(sql`
    SELECT i.id AS invoiceId, i.year AS invoiceYear, i.n AS invoiceN,
      ${missingSum} AS invoiceMissing, b.name AS invoiceBuyer, i.issued_on AS invoiceIssuedOn
    FROM invoices i JOIN organizations b ON b.id = i.partner_id
    WHERE i.status = 'issued' AND i.id IN (
      SELECT x.id FROM statement_lines l
        JOIN invoices x ON x.status = 'issued' AND x.total - x.withheld = l.amount
      WHERE l.id IN ${lines}
      UNION SELECT x.id FROM statement_lines l JOIN invoices x ON x.status = 'issued'
        AND x.year = CAST(substr(l.description, ${at} + 4, 4) AS INTEGER)
        AND x.n = CAST(substr(l.description, ${at} + 9, 6) AS INTEGER)
      WHERE l.id IN ${lines} AND ${at} > 0
      UNION SELECT u.invoice_id FROM unmatched_payments u
      WHERE u.status = 'open' AND u.invoice_id IS NOT NULL)
    ORDER BY i.id LIMIT 400`)
}

export function openInvoiceFrom(row: OpenInvoiceRow): OpenInvoice {
  const { invoiceId: id, invoiceYear: year, invoiceN: n, invoiceBuyer: buyerName } = row
  const number = numberText('invoice', { year, n }) ?? ''
  return {
    id,
    number,
    buyerName,
    missing: amount(row.invoiceMissing),
    issuedOn: row.invoiceIssuedOn,
  }
}
