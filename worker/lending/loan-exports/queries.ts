import { sql, type SQL } from 'drizzle-orm'
import { read, type Database } from '#db/client'
import type { ExportName } from '#worker/lending/loan-exports/requests'

export type ExportRow = Readonly<Record<string, string | number | null>>

const ROWS_A_TRIP = 500

/** Each sheet by the key it is paged by, which is the first column; `after` is the last key seen. */
const SHEETS: Readonly<Record<ExportName, (lenderId: string, after: string) => SQL>> = {
  loans: (lenderId, after) => sql`
    SELECT l.id AS id, l.number AS number, l.origin AS origin, p.name AS product, b.name AS borrower,
      b.phone AS phone, g.name AS "group", o.name AS officer, f.name AS fund, l.principal AS principal,
      l.disbursed_on AS disbursed_on, l.status AS status, l.balance AS balance,
      l.overpayment AS overpayment, l.written_off AS written_off, l.recovered AS recovered,
      l.next_due_on AS next_due_on, l.basis AS basis, l.terms AS terms, l.unpaid AS unpaid
    FROM loans l JOIN loan_products p ON p.id = l.product_id JOIN people b ON b.id = l.borrower_id
    LEFT JOIN organizations g ON g.id = l.group_id LEFT JOIN people o ON o.id = l.officer_id
    LEFT JOIN loan_funds f ON f.id = l.fund_id
    WHERE l.lender_id = ${lenderId} AND l.id > ${after} ORDER BY l.id LIMIT ${ROWS_A_TRIP}`,
  receipts: (lenderId, after) => sql`
    SELECT printf('%012d', r.number) AS "key", r.number AS number, r.loan_id AS loan_id, r.seq AS seq,
      r.payer_name AS payer, r.channel AS channel, r.amount AS amount, r.received_on AS received_on,
      r.split AS split, r.balance AS balance, r.reversed_at IS NOT NULL AS reversed
    FROM receipts r WHERE r.lender_id = ${lenderId}
      AND r.number > CAST(${after} AS INTEGER) ORDER BY r.number LIMIT ${ROWS_A_TRIP}`,
  borrowers: (lenderId, after) => sql`
    SELECT b.id AS id, b.name AS name, b.phone AS phone, b.email AS email, count(*) AS loans,
      sum(l.balance) AS balance
    FROM people b JOIN loans l ON l.borrower_id = b.id AND l.lender_id = ${lenderId}
    WHERE b.id > ${after} GROUP BY b.id ORDER BY b.id LIMIT ${ROWS_A_TRIP}`,
  'loan-events': (lenderId, after) => sql`
    SELECT e.subject || '/' || printf('%06d', e.seq) AS "key", e.subject AS loan_id, e.seq AS seq,
      e.type AS type, e.data AS data, e.at AS at
    FROM loans l JOIN events e ON e.subject = l.id
    WHERE l.lender_id = ${lenderId} AND l.id >= substr(${after}, 1, 36)
      AND (e.subject, e.seq) > (substr(${after}, 1, 36), CAST(substr(${after}, 38) AS INTEGER))
    ORDER BY l.id, e.seq LIMIT ${ROWS_A_TRIP}`,
}

/** A sheet, some hundred rows a trip; the first rows have its headings as keys. */
export async function* readSheet(
  db: Database,
  name: ExportName,
  lenderId: string,
): AsyncGenerator<readonly ExportRow[]> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const [rows]: readonly [ExportRow[]] = await read(db, [
      db.all<ExportRow>(SHEETS[name](lenderId, after)),
    ])
    yield rows
    const last = rows.at(-1)
    after = rows.length < ROWS_A_TRIP ? undefined : String(Object.values(last!)[0])
  }
}
