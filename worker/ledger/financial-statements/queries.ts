import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { CHART } from '#worker/ledger/account'
import type { Sum } from '#worker/ledger/financial-statements/statements'
import type { Months } from '#worker/ledger/financial-statements/answers'

const ALL = JSON.stringify(Object.keys(CHART))

/**
 * All that moved up to the end of a month: what was kept when it was closed, or the totals of now less the
 * months after it. So it reads as many rows as there are accounts, and the months that are still open.
 * A month that counts as closed without anything kept lies before the book.
 */
export function listSumsUntil(db: Database, book: string, month: string) {
  const closed = sql`EXISTS (SELECT 1 FROM lender_books k
    WHERE k.lender_id = ${book} AND k.closed_through >= ${month})`
  return db.all<Sum>(sql`
    SELECT b.code AS code, b.debits AS debits, b.credits AS credits FROM closed_balances b
    WHERE b.lender_id = ${book} AND b.month = ${month}
    UNION ALL
    SELECT t.code AS code, t.debits - coalesce(sum(m.debits), 0) AS debits,
      t.credits - coalesce(sum(m.credits), 0) AS credits
    FROM book_totals t
    LEFT JOIN book_months m ON m.book = t.book AND m.code = t.code AND m.month > ${month}
    WHERE t.book = ${book} AND NOT ${closed}
    GROUP BY t.code`)
}

/** What moved from the beginning of one month to the end of another. */
export function listSumsBetween(db: Database, book: string, { from, until }: Months) {
  return db.all<Sum>(sql`
    SELECT m.code AS code, sum(m.debits) AS debits, sum(m.credits) AS credits
    FROM json_each(${ALL}) c
    JOIN book_months m ON m.book = ${book} AND m.code = c.value
      AND m.month BETWEEN ${from} AND ${until}
    GROUP BY m.code`)
}

/** What the entries that closed years moved, among these months. */
export function listClosings(db: Database, book: string, { from, until }: Months) {
  return db.all<Sum>(sql`
    SELECT a.code AS code, sum(iif(t.debit = a.id, t.amount, 0)) AS debits,
      sum(iif(t.credit = a.id, t.amount, 0)) AS credits
    FROM closed_months c JOIN transfers t ON t.entry_id = c.year_entry_id
    JOIN accounts a ON a.id IN (t.debit, t.credit)
    WHERE c.lender_id = ${book} AND c.month BETWEEN ${from} AND ${until} GROUP BY a.code`)
}
