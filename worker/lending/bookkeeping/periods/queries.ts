import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { CHART, type AccountCode } from '#worker/ledger/account'
import type { Closing } from '#worker/ledger/posting-rules/books'
import { recordEntries } from '#worker/ledger/queries'
import type { ClosedRow, KeptRow } from '#worker/lending/bookkeeping/periods/answers'
import type { Closed } from '#worker/lending/bookkeeping/periods/closing'
import { bookHistory, lastDayOf } from '#worker/lending/bookkeeping/periods/period'

/** Codes that begin every year with nothing. */
const OF_THE_YEAR = (Object.keys(CHART) as AccountCode[]).filter((code) =>
  ['income', 'expense'].includes(CHART[code].type),
)

const BEGINS = sql`(SELECT substr(e.value_on, 1, 7) FROM entries e WHERE e.book = b.lender_id
  ORDER BY e.value_on LIMIT 1)`

/** A progress needs no more than this. */
const COUNTED = 1000

/**
 * How a book is kept, and how many of its loans, counted to a thousand, lack interest up to the end of
 * `month`; of the month that is being closed where none is given.
 */
export function findKept(db: Database, lenderId: string, month: string | null = null) {
  const end = sql`date(coalesce(${month}, b.closing) || '-01', '+1 month', '-1 day')`
  return db.all<KeptRow>(sql`
    SELECT b.basis AS basis, b.closed_through AS closedThrough, b.version AS version,
      ${BEGINS} AS begins, b.closing AS closing,
      (SELECT count(*) FROM (SELECT 1 FROM loan_accruals a WHERE a.lender_id = b.lender_id
       AND a.through < ${end} LIMIT ${COUNTED})) AS behind
    FROM lender_books b WHERE b.lender_id = ${lenderId}`)
}

export type ClosingRow = {
  lenderId: string
  closing: string
  closingBy: string
  closedThrough: string | null
  begins: string | null
  version: number
}

/** Closings that wait for interest, those asked for first. */
export function listClosings(db: Database, limit: number) {
  return db.all<ClosingRow>(sql`
    SELECT b.lender_id AS lenderId, b.closing AS closing, b.closing_by AS closingBy,
      b.closed_through AS closedThrough, b.version AS version, ${BEGINS} AS begins
    FROM lender_books b WHERE b.closing IS NOT NULL ORDER BY b.closing_at, b.lender_id
    LIMIT ${limit}`)
}

type Asked = { lenderId: string; month: string; by: string; at: number }

/** Asks for the closing of a month whose interest is not all in the books. */
export function askToClose(
  db: Database,
  { lenderId, month, by, at }: Asked,
  { act, version }: { act: Act; version: number },
): Statement[] {
  const subject = bookHistory(lenderId)
  const event = { ...act, subject, seq: version + 1, type: 'closing-asked', data: { month } }
  return [
    recordEvents(db, [event]),
    db.run(sql`UPDATE lender_books SET closing = ${month}, closing_by = ${by},
      closing_at = CAST(${at} AS INTEGER), version = version + 1 WHERE lender_id = ${lenderId}`),
  ]
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

/**
 * Closes these months, the last of which is not closed yet: keeps what had moved by the end of each. Nothing
 * that came meanwhile may have made the entry that ends the year wrong, and no loan may lack its interest.
 */
export function recordClosing(db: Database, given: Closed): Statement[] {
  const { lenderId, months, yearEntry, by, at, event } = given
  const yearEntryId = yearEntry?.id ?? null
  const last = months.at(-1) ?? ''
  const listed = JSON.stringify(months)
  const nothing = sql`NOT EXISTS (SELECT 1 FROM ${codes}
    JOIN accounts a ON a.book = ${lenderId} AND a.code = c.value WHERE ${HELD(last)} <> 0)`
  const accrued = sql`NOT EXISTS (SELECT 1 FROM loan_accruals a WHERE a.lender_id = ${lenderId}
    AND a.through < ${lastDayOf(last)})`
  return [
    recordEvents(db, [event]),
    ...(yearEntry ? recordEntries(db, [yearEntry]) : []),
    assertHolds(db, accrued, 'month_accrued'),
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
    db.run(sql`UPDATE lender_books SET closed_through = ${last}, closing = NULL, closing_by = NULL,
      closing_at = NULL, version = version + 1 WHERE lender_id = ${lenderId}`),
  ]
}

export function changeBasis(db: Database, lenderId: string, basis: string): Statement {
  return db.run(sql`UPDATE lender_books SET basis = ${basis}, version = version + 1
    WHERE lender_id = ${lenderId}`)
}
