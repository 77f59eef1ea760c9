import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { CHART, type AccountCode } from '#worker/ledger/account'
import type { Closing } from '#worker/ledger/posting-rules/books'
import type { ClosedRow, KeptRow } from '#worker/lending/periods/answers'

/** Codes that begin every year with nothing. */
const OF_THE_YEAR = (Object.keys(CHART) as AccountCode[]).filter((code) =>
  ['income', 'expense'].includes(CHART[code].type),
)

export function findKept(db: Database, lenderId: string) {
  return db.all<KeptRow>(sql`
    SELECT b.basis AS basis, b.closed_through AS closedThrough, b.version AS version,
      (SELECT substr(e.value_on, 1, 7) FROM entries e WHERE e.book = b.lender_id
       ORDER BY e.value_on LIMIT 1) AS begins
    FROM lender_books b WHERE b.lender_id = ${lenderId}`)
}

export function listClosed(
  db: Database,
  lenderId: string,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  const older = before ? sql`AND m.month < ${before}` : sql``
  return db.all<ClosedRow>(sql`
    SELECT m.month AS month, coalesce(p.name, m.closed_by) AS closedBy, m.closed_at AS closedAt,
      m.year_entry_id AS yearEntryId
    FROM closed_months m LEFT JOIN people p ON p.id = m.closed_by
    WHERE m.lender_id = ${lenderId} ${older} ORDER BY m.month DESC LIMIT ${limit + 1}`)
}

const HELD = (month: string) => sql`(a.debits - a.credits - coalesce((
  SELECT sum(m.debits - m.credits) FROM account_months m
  WHERE m.account = a.id AND m.month > ${month}), 0))`

const codes = sql`json_each(${JSON.stringify(OF_THE_YEAR)}) c`

/** What income and expenses hold at the end of a month, account by account. */
export function listYearBalances(db: Database, book: string, month: string) {
  return db.all<Closing>(sql`
    SELECT a.code AS code, a.holder AS holder, ${HELD(month)} AS debit
    FROM ${codes} JOIN accounts a ON a.book = ${book} AND a.code = c.value`)
}

type Closed = {
  lenderId: string
  months: readonly string[]
  yearEntryId: string | null
  by: string
  at: number
}

/**
 * Closes these months, the last of which is not closed yet: keeps what had moved by the end of each. Stands
 * after the entry that ends the year, which nothing that came meanwhile may have made wrong.
 */
export function closeMonths(db: Database, given: Closed): Statement[] {
  const { lenderId, months, yearEntryId, by, at } = given
  const last = months.at(-1) ?? ''
  const listed = JSON.stringify(months)
  const nothing = sql`NOT EXISTS (SELECT 1 FROM ${codes}
    JOIN accounts a ON a.book = ${lenderId} AND a.code = c.value WHERE ${HELD(last)} <> 0)`
  return [
    ...(last.endsWith('-12') ? [assertHolds(db, nothing, 'year_ended')] : []),
    db.run(sql`
      INSERT INTO closed_months (lender_id, month, year_entry_id, closed_by, closed_at)
      SELECT ${lenderId}, j.value, iif(j.value = ${last}, ${yearEntryId}, NULL), ${by},
        CAST(${at} AS INTEGER) FROM json_each(${listed}) j`),
    db.run(sql`
      INSERT INTO closed_balances (lender_id, month, code, debits, credits)
      SELECT ${lenderId}, j.value, t.code,
        t.debits - coalesce((SELECT sum(m.debits) FROM book_months m
          WHERE m.book = t.book AND m.code = t.code AND m.month > j.value), 0),
        t.credits - coalesce((SELECT sum(m.credits) FROM book_months m
          WHERE m.book = t.book AND m.code = t.code AND m.month > j.value), 0)
      FROM json_each(${listed}) j JOIN book_totals t ON t.book = ${lenderId}`),
    db.run(sql`UPDATE lender_books SET closed_through = ${last}, version = version + 1
      WHERE lender_id = ${lenderId}`),
  ]
}

export function changeBasis(db: Database, lenderId: string, basis: string): Statement {
  return db.run(sql`UPDATE lender_books SET basis = ${basis}, version = version + 1
    WHERE lender_id = ${lenderId}`)
}
