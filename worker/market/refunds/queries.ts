import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { OWING } from '#worker/ledger/queries'
import type { DueRefundRow } from '#worker/market/refunds/answers'

/** Buyers who are owed their money, the one who has waited longest first. */
export function listDueRefunds(
  db: Database,
  { book, after, limit }: { book: string; after?: string | undefined; limit: number },
) {
  return db.all<DueRefundRow>(sql`
    SELECT r.id AS orderId, r.code AS code, o.name AS sellerName, p.buyer_name AS buyerName,
      p.buyer_phone AS buyerPhone, a.credits - a.debits AS amount, r.cancelled_at AS cancelledAt,
      (SELECT v.data->>'reason' FROM events v WHERE v.subject = r.id AND v.type = 'cancelled') AS reason
    FROM accounts a
    JOIN orders r ON r.id = a.holder JOIN purchases p ON p.id = r.purchase_id
    JOIN organizations o ON o.id = r.enterprise_id
    WHERE a.book = ${book} AND a.code = 'refund-payable' AND a.holder > ${after ?? ''}
      AND ${OWING}
    ORDER BY a.holder LIMIT ${limit}`)
}
