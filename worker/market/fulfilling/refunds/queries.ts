import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { DueRefundRow } from '#worker/market/fulfilling/refunds/answers'
import type { RefundAccount } from '#worker/market/fulfilling/refunds/refund'

/** Buyers to whom the operator owes money, the one who has waited longest first. */
export function listDueRefunds(
  db: Database,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  return db.all<DueRefundRow>(sql`
    SELECT f.id AS id, f.code AS code, f.kind AS kind, f.reason AS reason, f.amount AS amount,
      f.created_at AS createdAt, r.id AS orderId, r.code AS orderCode, o.name AS sellerName,
      p.buyer_name AS buyerName, p.buyer_phone AS buyerPhone,
      a.bank_name AS bank, a.bank_account AS number, a.bank_holder AS holder
    FROM refunds f JOIN orders r ON r.id = f.order_id JOIN purchases p ON p.id = r.purchase_id
    JOIN organizations o ON o.id = r.enterprise_id
    LEFT JOIN refund_accounts a ON a.order_id = r.id
    WHERE f.status = 'due' AND f.payer = 'network' AND f.id > ${after ?? ''}
    ORDER BY f.id LIMIT ${limit}`)
}

/** The order of a refund, as SQL for its id. */
export function idOfRefunded(refundId: string): SQL {
  return sql`(SELECT order_id FROM refunds WHERE id = ${refundId})`
}

export function keepAccount(
  db: Database,
  orderId: string,
  { bank, number, holder }: RefundAccount,
  now: number,
): Statement {
  return db.run(sql`
    INSERT INTO refund_accounts (order_id, bank_name, bank_account, bank_holder, given_at)
    VALUES (${orderId}, ${bank}, ${number}, ${holder}, CAST(${now} AS INTEGER))
    ON CONFLICT (order_id) DO UPDATE SET bank_name = excluded.bank_name,
      bank_account = excluded.bank_account, bank_holder = excluded.bank_holder,
      given_at = excluded.given_at`)
}

/** Forgotten as soon as nothing is due for the order any more. */
export function forgetAccount(db: Database, orderId: string): Statement {
  return db.run(sql`
    DELETE FROM refund_accounts WHERE order_id = ${orderId} AND NOT EXISTS
      (SELECT 1 FROM refunds WHERE order_id = ${orderId} AND status = 'due' AND payer = 'network')`)
}
