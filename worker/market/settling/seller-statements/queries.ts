import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { BalanceRow } from '#worker/market/settling/balances/answers'
import {
  linesWithSubjects,
  sellerAccount,
  type SellerAccount,
} from '#worker/market/settling/balances/queries'
import type { MonthRow } from '#worker/market/settling/seller-statements/answers'

type Of = { enterpriseId: string; of: SellerAccount }

const accountOf = ({ of, enterpriseId }: Of) => sellerAccount(of, sql`${enterpriseId}`)

const sides = ({ of }: Of) =>
  of === 'seller-payable'
    ? sql.raw(`credits AS gained, debits AS taken`)
    : sql.raw(`debits AS gained, credits AS taken`)

/** Months in which something moved, the newest first. */
export function listMonths(
  db: Database,
  given: Of,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  const older = before === undefined ? sql`` : sql`AND month < ${before}`
  return db.all<MonthRow>(sql`
    SELECT month, ${sides(given)} FROM account_months
    WHERE account = ${accountOf(given)} ${older} ORDER BY month DESC LIMIT ${limit}`)
}

/** What is on the account now. */
export function findNow(db: Database, given: Of) {
  return db.all<{ balance: number }>(sql`
    SELECT abs(credits - debits) AS balance FROM accounts WHERE id = ${accountOf(given)}`)
}

/** A month in figures, and what was there before it. */
export function findMonth(db: Database, given: Of, month: string) {
  const sum = given.of === 'seller-payable' ? sql`credits - debits` : sql`debits - credits`
  return db.all<MonthRow & { opening: number }>(sql`
    SELECT ${month} AS month,
      coalesce((SELECT sum(${sum}) FROM account_months
        WHERE account = ${accountOf(given)} AND month < ${month}), 0) AS opening,
      coalesce(max(gained), 0) AS gained, coalesce(max(taken), 0) AS taken
    FROM (SELECT ${sides(given)} FROM account_months
      WHERE account = ${accountOf(given)} AND month = ${month})`)
}

type Asked = {
  month: string
  after?: readonly [on: string, seq: number] | undefined
  limit: number
}

/** The lines of a month by day; the `balance` of each is that of the order of writing. */
export function listMonthLines(db: Database, given: Of, { month, after, limit }: Asked) {
  const [on, seq] = after ?? [`${month}-01`, 0]
  const chosen = sql`SELECT * FROM account_lines
    WHERE account = ${accountOf(given)} AND (value_on, seq) > (${on}, CAST(${seq} AS INTEGER))
      AND value_on <= ${`${month}-31`}
    ORDER BY value_on, seq LIMIT ${limit}`
  return db.all<BalanceRow>(linesWithSubjects(chosen, sql`ORDER BY l.value_on, l.seq`))
}
