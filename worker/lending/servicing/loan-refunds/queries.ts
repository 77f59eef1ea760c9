import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanRefunds } from '#db/schema/loans'
import type { RefundRow } from '#worker/lending/servicing/loan-refunds/answers'

type New = Omit<typeof loanRefunds.$inferInsert, 'number'>

/** Numbered without a gap after the lender's last. */
export function insertRefund(db: Database, refund: New): Statement {
  const number = sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM loan_refunds
    WHERE lender_id = ${refund.lenderId})`
  return db.insert(loanRefunds).values({ ...refund, number })
}

const SELECT = sql`
  SELECT f.code AS code, f.number AS number, o.name AS lender, f.loan_id AS loanId,
    l.number AS loanNumber, b.name AS borrower, g.name AS "group", f.recipient AS recipient,
    f.channel AS channel, f.reference AS reference, f.amount AS amount, f.remaining AS remaining,
    f.refunded_on AS refundedOn, w.name AS recordedBy, f.recorded_at AS recordedAt
  FROM loan_refunds f JOIN loans l ON l.id = f.loan_id
  JOIN organizations o ON o.id = f.lender_id JOIN people b ON b.id = l.borrower_id
  JOIN people w ON w.id = f.recorded_by LEFT JOIN organizations g ON g.id = l.group_id`

export function findRefund(db: Database, code: string) {
  return db.all<RefundRow>(sql`${SELECT} WHERE f.code = ${code}`)
}

type Page = { after?: number | undefined; limit: number }

/** What a lender has given back, the newest first. */
export function listRefunds(db: Database, lenderId: string, { after, limit }: Page) {
  const behind = after === undefined ? sql`` : sql`AND f.number < CAST(${after} AS INTEGER)`
  return db.all<RefundRow>(sql`${SELECT} WHERE f.lender_id = ${lenderId} ${behind}
    ORDER BY f.number DESC LIMIT ${limit + 1}`)
}
