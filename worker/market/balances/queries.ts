import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { statementOf, type StatementAsked } from '#worker/ledger/queries'
import type { BalanceRow, HeldTotals, Totals } from '#worker/market/balances/answers'

/** The account of what the operator owes an enterprise. */
const payableTo = (enterpriseId: string) => sql`
  ((SELECT id FROM organizations WHERE kind = 'operator') || '/seller-payable/' || ${enterpriseId})`

export function findTotals(db: Database, enterpriseId: string) {
  return db.all<Totals>(sql`
    SELECT coalesce(sum(credits), 0) AS earned, coalesce(sum(debits), 0) AS paidOut
    FROM accounts WHERE id = ${payableTo(enterpriseId)}`)
}

/** What buyers have paid for orders that are still on their way. */
export function findHeld(db: Database, enterpriseId: string) {
  return db.all<HeldTotals>(sql`
    SELECT coalesce(sum(total), 0) AS held, coalesce(sum(commission), 0) AS heldCommission
    FROM orders WHERE enterprise_id = ${enterpriseId} AND paid = 1
      AND status IN ('placed', 'confirmed', 'packed', 'shipped', 'delivered')`)
}

/** The movements of what is owed, each with the order or the payout that caused it. */
export function listBalanceLines(db: Database, enterpriseId: string, asked: StatementAsked) {
  const lines = statementOf(payableTo(enterpriseId), 'seller-payable', asked)
  return db.all<BalanceRow>(sql`
    SELECT s.*, r.id AS orderId, r.code AS orderCode, r.goods_total AS goodsTotal,
      r.shipping AS shipping, r.commission AS commission,
      p.id AS payoutId, p.code AS payoutCode, p.reference AS reference
    FROM (${lines}) s
    LEFT JOIN orders r ON r.id = s.subject LEFT JOIN payouts p ON p.id = s.subject
    ORDER BY s.entryId DESC, s.n DESC`)
}
