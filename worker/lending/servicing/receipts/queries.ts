import { and, eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { receipts } from '#db/schema/loans'
import type { Split } from '#worker/lending/servicing/loans/entry'

export type NewReceipt = Omit<typeof receipts.$inferInsert, 'number' | 'split' | 'reversedAt'> & {
  split: Split
}

export type ReceiptRow = typeof receipts.$inferSelect & {
  lenderName: string
  borrowerName: string
  groupName: string | null
  loanNumber: number
}

/** Numbered without a gap after the lender's last receipt. */
export function insertReceipt(db: Database, receipt: NewReceipt): Statement {
  const next = sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM receipts
    WHERE lender_id = ${receipt.lenderId})`
  const split = JSON.stringify(receipt.split)
  return db.insert(receipts).values({ ...receipt, split, number: next })
}

export function markReversed(
  db: Database,
  { loanId, seq, at }: { loanId: string; seq: number; at: number },
): Statement {
  return db
    .update(receipts)
    .set({ reversedAt: at })
    .where(and(eq(receipts.loanId, loanId), eq(receipts.seq, seq)))
}

const SELECT = sql`
  SELECT r.code AS code, r.lender_id AS lenderId, r.number AS number, r.loan_id AS loanId,
    r.seq AS seq, r.payer_name AS payerName, r.payer_id AS payerId, r.channel AS channel,
    r.meeting_id AS meetingId, r.amount AS amount,
    r.received_on AS receivedOn, r.split AS split, r.balance AS balance, r.issued_at AS issuedAt,
    r.issued_by AS issuedBy, r.reversed_at AS reversedAt, o.name AS lenderName,
    b.name AS borrowerName, g.name AS groupName, l.number AS loanNumber
  FROM receipts r JOIN loans l ON l.id = r.loan_id
  JOIN organizations o ON o.id = r.lender_id JOIN people b ON b.id = l.borrower_id
  LEFT JOIN organizations g ON g.id = l.group_id`

export function findReceipt(db: Database, code: string) {
  return db.all<ReceiptRow>(sql`${SELECT} WHERE r.code = ${code}`)
}
