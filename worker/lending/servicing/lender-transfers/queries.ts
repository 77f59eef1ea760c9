import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { lenderTransfers } from '#db/schema/payout-shares'

export type LenderDueRow = { id: string; slug: string; name: string; due: number }

type Page = { after?: string | undefined; limit: number }

/** Lenders for whom the operator's book keeps something, by id. */
export function listLendersDue(db: Database, book: string, { after, limit }: Page) {
  return db.all<LenderDueRow>(sql`
    SELECT o.id AS id, o.slug AS slug, o.name AS name, a.credits - a.debits AS due
    FROM accounts a JOIN organizations o ON o.id = a.holder
    WHERE a.book = ${book} AND a.code = 'lender-payable' AND a.holder > ${after ?? ''}
      AND a.credits > a.debits
    ORDER BY a.holder LIMIT ${limit + 1}`)
}

export function findLenderDue(db: Database, book: string, lenderId: string) {
  return db.all<LenderDueRow>(sql`
    SELECT o.id AS id, o.slug AS slug, o.name AS name,
      coalesce((SELECT credits - debits FROM accounts
        WHERE id = ${book} || '/lender-payable/' || o.id), 0) AS due
    FROM organizations o WHERE o.id = ${lenderId} AND o.kind = 'lender'`)
}

export function insertTransfer(db: Database, sent: typeof lenderTransfers.$inferInsert): Statement {
  return db.insert(lenderTransfers).values(sent)
}
