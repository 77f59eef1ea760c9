import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { BalanceRow, HeldTotals, Totals } from '#worker/market/settling/balances/answers'

export type SellerAccount = 'seller-payable' | 'seller-receivable'

/** The account of what the operator owes an enterprise, or is owed by it, as SQL. */
export const sellerAccount = (code: SellerAccount, enterpriseId: SQL) => sql`
  ((SELECT id FROM organizations WHERE kind = 'operator') || ${`/${code}/`} || ${enterpriseId})`

const balanceOf = (code: SellerAccount, enterpriseId: string) => sql`
  coalesce((SELECT abs(credits - debits) FROM accounts
    WHERE id = ${sellerAccount(code, sql`${enterpriseId}`)}), 0)`

export function findTotals(db: Database, enterpriseId: string) {
  return db.all<Totals>(sql`
    SELECT ${balanceOf('seller-payable', enterpriseId)} AS payable,
      ${balanceOf('seller-receivable', enterpriseId)} AS receivable,
      coalesce(sum(iif(status = 'requested', amount, 0)), 0) AS underway,
      coalesce(sum(iif(status IN ('sent', 'settled'), amount, 0)), 0) AS paidOut,
      coalesce(sum(offset), 0) AS offset,
      (SELECT coalesce(sum(taken), 0) FROM payout_shares
        WHERE enterprise_id = ${enterpriseId}) AS toLoans
    FROM payout_tallies WHERE enterprise_id = ${enterpriseId}`)
}

/** What buyers have paid for orders that are still on their way. */
export function findHeld(db: Database, enterpriseId: string) {
  return db.all<HeldTotals>(sql`
    SELECT coalesce(sum(held), 0) AS held, coalesce(sum(commission), 0) AS heldCommission
    FROM order_tallies WHERE enterprise_id = ${enterpriseId} AND paid = 1 AND terms = 'prepaid'
      AND status IN ('placed', 'confirmed', 'packed', 'shipped', 'delivered')`)
}

/** Chosen lines `l` of an account, each with the order or the payout that caused it. */
export function linesWithSubjects(chosen: SQL, order: SQL): SQL {
  return sql`
    SELECT l.seq AS seq, l.entry_id AS entryId, l.n AS n, l.value_on AS valueOn,
      l.change AS change, l.balance AS balance, e.posted_at AS postedAt,
      e.description AS description, e.rule AS rule,
      r.id AS orderId, r.code AS orderCode, r.goods_total AS goodsTotal,
      r.shipping AS shipping, r.discount - r.sponsored AS discount, r.commission AS commission,
      p.id AS payoutId, p.code AS payoutCode, p.reference AS reference
    FROM (${chosen}) l JOIN entries e ON e.id = l.entry_id
    LEFT JOIN orders r ON r.id = e.subject LEFT JOIN payouts p ON p.id = e.subject
    ${order}`
}

type Asked = { of: SellerAccount; before?: number | undefined; limit: number }

/** The lines of what is owed, the newest first. */
export function listBalanceLines(db: Database, enterpriseId: string, asked: Asked) {
  const older = asked.before === undefined ? sql`` : sql`AND seq < ${asked.before}`
  const chosen = sql`SELECT * FROM account_lines
    WHERE account = ${sellerAccount(asked.of, sql`${enterpriseId}`)} ${older}
    ORDER BY seq DESC LIMIT ${asked.limit}`
  return db.all<BalanceRow>(linesWithSubjects(chosen, sql`ORDER BY l.seq DESC`))
}
