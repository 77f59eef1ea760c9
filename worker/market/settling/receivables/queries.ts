import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { receivablePayments } from '#db/schema/payouts'
import type { DueRow } from '#worker/market/settling/payouts/answers'
import type { ReceivablePayment } from '#worker/market/settling/receivables/receivable'

/** Sellers who owe the network something. */
export function listReceivables(
  db: Database,
  { book, after, limit }: { book: string; after?: string | undefined; limit: number },
) {
  return db.all<DueRow>(sql`
    SELECT a.holder AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone,
      a.debits - a.credits AS receivable, coalesce(p.credits - p.debits, 0) AS payable
    FROM accounts a JOIN organizations o ON o.id = a.holder
    JOIN enterprises e ON e.organization_id = a.holder
    LEFT JOIN accounts p ON p.id = a.book || '/seller-payable/' || a.holder
    WHERE a.book = ${book} AND a.code = 'seller-receivable' AND a.holder > ${after ?? ''}
      AND a.guarded = 1 AND a.normal = 'debit' AND a.debits > a.credits
    ORDER BY a.holder LIMIT ${limit}`)
}

export function insertReceivablePayment(db: Database, payment: ReceivablePayment): Statement {
  return db.insert(receivablePayments).values(payment)
}
