import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'

/**
 * Of a book: the capital that is to go back to whoever gave it, which is no capital of the koperasi's own,
 * and what was spent on salaries in the months of a year.
 */
export function findApart(db: Database, book: string, year: string) {
  return db.all<{ toGiveBack: number; salaries: number }>(sql`
    SELECT coalesce((SELECT sum(a.credits - a.debits) FROM loan_funds f
        JOIN accounts a ON a.id = f.lender_id || '/fund-capital/' || f.id
        WHERE f.lender_id = ${book} AND f.kind IN ('csr', 'revolving')), 0) AS toGiveBack,
      coalesce((SELECT sum(m.debits - m.credits) FROM account_months m
        WHERE m.account = ${`${book}/operating-expenses/salaries`}
          AND m.month BETWEEN ${`${year}-01`} AND ${`${year}-12`}), 0) AS salaries`)
}
