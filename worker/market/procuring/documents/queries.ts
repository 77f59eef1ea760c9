import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { DocumentRow } from '#worker/market/procuring/documents/answers'

/** The document with this code, whichever kind it is; what is not issued is none. `ahead`: of UTC, in ms. */
export function findDocument(db: Database, code: string, ahead: number) {
  const day = (column: string) =>
    sql`date((${sql.raw(column)} + CAST(${ahead} AS INTEGER)) / 1000, 'unixepoch')`
  const none = sql.raw('NULL AS receiptYear, NULL AS receiptN, NULL AS creditYear, NULL AS creditN')
  return db.all<DocumentRow>(sql`
    SELECT x.*, k.prefix AS prefix, b.name AS company, s.name AS seller FROM (
      SELECT 'rfq' AS kind, year, n, status, partner_id, enterprise_id, ${day('asked_at')} AS "on",
        total, ${none} FROM quotations WHERE code = ${code}
      UNION ALL
      SELECT 'po', year, n, status, partner_id, enterprise_id, ${day('issued_at')}, total, ${none}
        FROM purchase_orders WHERE code = ${code} AND n IS NOT NULL
      UNION ALL
      SELECT 'bast', year, n, status, partner_id, enterprise_id, ${day('seller_at')}, NULL, ${none}
        FROM handovers WHERE code = ${code} AND n IS NOT NULL
      UNION ALL
      SELECT 'invoice', year, n, status, partner_id, enterprise_id, issued_on, total,
        receipt_year, receipt_n, credit_year, credit_n FROM invoices WHERE code = ${code}) x
    JOIN companies k ON k.organization_id = x.partner_id
    JOIN organizations b ON b.id = x.partner_id JOIN organizations s ON s.id = x.enterprise_id`)
}
