/**
 * Every sheet is a walk over one index, some hundred rows a trip. Its rows begin with the key they are
 * paged by (`_a`, `_b`, `_n`), which stays here.
 */
import { sql, type SQL } from 'drizzle-orm'
import { read, type Database } from '#db/client'
import type { ExportName } from '#worker/lending/reporting/loan-exports/requests'

export type ExportRow = Readonly<Record<string, string | number | null>>

/** The last key seen: what comes is after it. */
type Key = Readonly<{ a: string; b: string; n: number }>
type Sheet = (lenderId: string, after: Key) => SQL

const ROWS_A_TRIP = 500
const FIRST: Key = { a: '', b: '', n: -1 }

const limit = sql.raw(`LIMIT ${ROWS_A_TRIP}`)
const whole = (n: number) => sql`CAST(${n} AS INTEGER)`
const instant = (column: string) =>
  sql.raw(`strftime('%Y-%m-%dT%H:%M:%SZ', ${column} / 1000, 'unixepoch')`)

const LENDING: Pick<
  Record<ExportName, Sheet>,
  'loans' | 'loan-events' | 'receipts' | 'borrowers' | 'applications' | 'loan-changes' | 'products'
> = {
  loans: (lenderId, { a }) => sql`
    SELECT l.id AS _a, l.id AS id, l.number AS number, l.origin AS origin,
      x.old_number AS old_number, p.name AS product, b.name AS borrower, b.phone AS phone,
      g.name AS "group", o.name AS officer, f.name AS fund, l.principal AS principal,
      l.disbursed_on AS disbursed_on, l.status AS status, l.balance AS balance,
      l.overpayment AS overpayment, l.written_off AS written_off, l.recovered AS recovered,
      l.next_due_on AS next_due_on, l.basis AS basis, l.region_code AS region, l.terms AS terms,
      l.unpaid AS unpaid
    FROM loans l JOIN loan_products p ON p.id = l.product_id JOIN people b ON b.id = l.borrower_id
    LEFT JOIN organizations g ON g.id = l.group_id LEFT JOIN people o ON o.id = l.officer_id
    LEFT JOIN loan_funds f ON f.id = l.fund_id LEFT JOIN imported_loans x ON x.loan_id = l.id
    WHERE l.lender_id = ${lenderId} AND l.id > ${a} ORDER BY l.id ${limit}`,
  'loan-events': (lenderId, { a, n }) => sql`
    SELECT l.id AS _a, e.seq AS _n, l.id AS loan_id, e.seq AS seq, e.type AS type, e.data AS data,
      ${instant('e.at')} AS at, coalesce(w.name, e.actor_id) AS "by"
    FROM loans l JOIN events e ON e.subject = l.id LEFT JOIN people w ON w.id = e.actor_id
    WHERE l.lender_id = ${lenderId} AND l.id >= ${a} AND (l.id, e.seq) > (${a}, ${whole(n)})
    ORDER BY l.id, e.seq ${limit}`,
  receipts: (lenderId, { n }) => sql`
    SELECT r.number AS _n, r.number AS number, r.code AS code, r.loan_id AS loan_id, r.seq AS seq,
      r.payer_name AS payer, r.channel AS channel, r.amount AS amount, r.received_on AS received_on,
      r.split AS split, r.balance AS balance, r.reversed_at IS NOT NULL AS reversed
    FROM receipts r WHERE r.lender_id = ${lenderId} AND r.number > ${whole(n)}
    ORDER BY r.number ${limit}`,
  borrowers: (lenderId, { a }) => sql`
    SELECT b.id AS _a, b.id AS id, b.name AS name, b.phone AS phone, b.email AS email,
      count(*) AS loans, sum(l.balance) AS balance
    FROM people b JOIN loans l ON l.borrower_id = b.id AND l.lender_id = ${lenderId}
    WHERE b.id > ${a} GROUP BY b.id ORDER BY b.id ${limit}`,
  applications: (lenderId, { a }) => sql`
    SELECT a.id AS _a, a.id AS id, a.code AS code, p.name AS product,
      a.product_version AS product_version, u.name AS applicant, u.phone AS phone,
      a.borrower_kind AS borrower_kind, g.name AS "group", a.purpose AS purpose, a.amount AS amount,
      a.instalments AS instalments, a.monthly_income AS monthly_income,
      a.monthly_costs AS monthly_costs, a.status AS status,
      ${instant('a.submitted_at')} AS submitted_at, o.name AS officer, a.score AS score,
      r.name AS recommended_by, a.recommended_amount AS recommended_amount,
      a.recommendation AS recommendation, d.name AS decided_by,
      ${instant('a.decided_at')} AS decided_at, a.reasons AS reasons,
      a.approved_amount AS approved_amount, a.approved_instalments AS approved_instalments,
      ${instant('a.accepted_at')} AS accepted_at
    FROM loan_applications a JOIN loan_products p ON p.id = a.product_id
    JOIN people u ON u.id = a.applicant_id LEFT JOIN organizations g ON g.id = a.group_id
    LEFT JOIN people o ON o.id = a.officer_id LEFT JOIN people r ON r.id = a.recommended_by
    LEFT JOIN people d ON d.id = a.decided_by
    WHERE a.lender_id = ${lenderId} AND a.id > ${a} ORDER BY a.id ${limit}`,
  'loan-changes': (lenderId, { a }) => sql`
    SELECT c.id AS _a, c.id AS id, c.loan_id AS loan_id, c.occasion AS occasion,
      c.measure AS measure, c.reason AS reason, c.status AS status, p.name AS proposed_by,
      ${instant('c.proposed_at')} AS proposed_at, d.name AS decided_by,
      ${instant('c.decided_at')} AS decided_at, c.reasons AS reasons, c.seq AS seq
    FROM loan_changes c LEFT JOIN people p ON p.id = c.proposed_by
    LEFT JOIN people d ON d.id = c.decided_by
    WHERE c.lender_id = ${lenderId} AND c.id > ${a} ORDER BY c.id ${limit}`,
  products: (lenderId, { a, n }) => sql`
    SELECT p.id AS _a, v.version AS _n, p.id AS id, p.name AS name, p.status AS status,
      v.version AS version, ${instant('v.made_at')} AS made_at, v.running AS running,
      v.offer AS offer
    FROM loan_products p JOIN loan_product_versions v ON v.product_id = p.id
    WHERE p.lender_id = ${lenderId} AND (p.id, v.version) > (${a}, ${whole(n)})
    ORDER BY p.id, v.version ${limit}`,
}

const GROUPS_AND_BOOKS: Pick<
  Record<ExportName, Sheet>,
  'groups' | 'members' | 'payment-parts' | 'funds' | 'fund-moves' | 'journal'
> = {
  groups: (lenderId, { a, b }) => sql`
    SELECT w.fund_id AS _a, o.id AS _b, o.id AS id, o.name AS name, e.regency_name AS regency,
      f.name AS fund,
      (SELECT group_concat(p.name, ', ') FROM memberships m JOIN people p ON p.id = m.person_id
        WHERE m.organization_id = o.id AND m.role = 'chair') AS chairs,
      coalesce((SELECT r.credits - r.debits FROM accounts r
        WHERE r.id = ${lenderId} || '/group-reserve/' || o.id), 0) AS reserve
    FROM loan_funds f JOIN fund_borrowers w ON w.fund_id = f.id
    JOIN organizations o ON o.id = w.borrower_id
    LEFT JOIN enterprises e ON e.organization_id = o.id
    WHERE f.lender_id = ${lenderId} AND (w.fund_id, w.borrower_id) > (${a}, ${b})
    ORDER BY w.fund_id, w.borrower_id ${limit}`,
  members: (lenderId, { a, b }) => sql`
    SELECT l.id AS _a, s.id AS _b, l.id AS loan_id, l.number AS loan_number, g.name AS "group",
      s.id AS member_id, s.name AS name, s.phone AS phone, s.amount AS share
    FROM loans l JOIN loan_shares s ON s.loan_id = l.id LEFT JOIN organizations g ON g.id = l.group_id
    WHERE l.lender_id = ${lenderId} AND l.group_id IS NOT NULL AND l.id >= ${a}
      AND (l.id, s.id) > (${a}, ${b})
    ORDER BY l.id, s.id ${limit}`,
  'payment-parts': (lenderId, { a, b, n }) => sql`
    SELECT l.id AS _a, y.seq AS _n, y.share_id AS _b, l.id AS loan_id, y.seq AS seq,
      y.share_id AS member_id, s.name AS name, y.amount AS amount
    FROM loans l JOIN payment_parts y ON y.loan_id = l.id JOIN loan_shares s ON s.id = y.share_id
    WHERE l.lender_id = ${lenderId} AND l.group_id IS NOT NULL AND l.id >= ${a}
      AND (l.id, y.seq, y.share_id) > (${a}, ${whole(n)}, ${b})
    ORDER BY l.id, y.seq, y.share_id ${limit}`,
  funds: (lenderId, { a }) => sql`
    SELECT f.id AS _a, f.id AS id, f.name AS name, f.kind AS kind, f.funder_name AS funder,
      f.restriction AS restriction, f.promised AS promised, f.opened_on AS opened_on,
      f.status AS status, s.received AS received, s.returned AS returned, s.brought AS brought,
      s.lent AS lent, s.balance AS balance, s.written_off AS written_off, s.recovered AS recovered,
      s.received + s.brought + s.recovered - s.returned - s.balance - s.written_off AS idle,
      s.loans AS loans, s.running AS running, s.borrowers AS borrowers
    FROM loan_funds f JOIN fund_sums s ON s.fund_id = f.id
    WHERE f.lender_id = ${lenderId} AND f.id > ${a} ORDER BY f.id ${limit}`,
  'fund-moves': (lenderId, { a, n }) => sql`
    SELECT x.entry_id AS _a, x.n AS _n, x.entry_id AS entry_id, f.name AS fund, e.value_on AS on_day,
      x.amount AS amount, e.description AS description
    FROM (SELECT t.entry_id, t.n, c.holder, t.amount FROM accounts c
        JOIN transfers t ON t.credit = c.id WHERE c.book = ${lenderId} AND c.code = 'fund-capital'
      UNION ALL SELECT t.entry_id, t.n, c.holder, -t.amount FROM accounts c
        JOIN transfers t ON t.debit = c.id WHERE c.book = ${lenderId} AND c.code = 'fund-capital') x
    JOIN entries e ON e.id = x.entry_id
    JOIN loan_funds f ON f.id = iif(x.holder = '', ${lenderId}, x.holder)
    WHERE (x.entry_id, x.n) > (${a}, ${whole(n)}) ORDER BY x.entry_id, x.n ${limit}`,
  journal: (lenderId, { a, b, n }) => sql`
    SELECT e.value_on AS _a, e.id AS _b, t.n AS _n, e.value_on AS on_day, e.id AS entry_id, t.n AS n,
      e.rule AS rule, e.subject AS subject, e.description AS description, d.code AS debit,
      d.holder AS debit_holder, c.code AS credit, c.holder AS credit_holder, t.amount AS amount,
      ${instant('e.posted_at')} AS posted_at, coalesce(w.name, e.actor_id) AS "by",
      e.reverses AS reverses
    FROM entries e JOIN transfers t ON t.entry_id = e.id JOIN accounts d ON d.id = t.debit
    JOIN accounts c ON c.id = t.credit LEFT JOIN people w ON w.id = e.actor_id
    WHERE e.book = ${lenderId} AND e.value_on >= ${a}
      AND (e.value_on, e.id, t.n) > (${a}, ${b}, ${whole(n)})
    ORDER BY e.value_on, e.id, t.n ${limit}`,
}

const SHEETS: Readonly<Record<ExportName, Sheet>> = { ...LENDING, ...GROUPS_AND_BOOKS }

/** A sheet, some hundred rows a trip; its rows have its headings as keys. */
export async function* readSheet(
  db: Database,
  name: ExportName,
  lenderId: string,
): AsyncGenerator<readonly ExportRow[]> {
  for (let after: Key | null = FIRST; after !== null;) {
    const [rows]: readonly [ExportRow[]] = await read(db, [
      db.all<ExportRow>(SHEETS[name](lenderId, after)),
    ])
    yield rows.map(withoutKey)
    after = rows.length < ROWS_A_TRIP ? null : keyOf(rows.at(-1)!)
  }
}

const keyOf = ({ _a, _b, _n }: ExportRow): Key => ({
  a: String(_a ?? ''),
  b: String(_b ?? ''),
  n: Number(_n ?? -1),
})

const withoutKey = ({ _a, _b, _n, ...row }: ExportRow): ExportRow => row as ExportRow
