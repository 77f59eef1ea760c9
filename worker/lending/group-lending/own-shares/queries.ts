import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { listLoansWhere, loanOf, type LoanRow } from '#worker/lending/servicing/loans/queries'

export type OwnShareRow = LoanRow & { shareId: string; shareAmount: number }

const withLoans = (which: ReturnType<typeof sql>) => sql`
  SELECT s.id AS shareId, s.amount AS shareAmount, x.*
  FROM loan_shares s JOIN (${listLoansWhere(which)}) x ON x.id = s.loan_id`

/** Shares of one person in loans of her groups, newest first. */
export function listOwnShares(
  db: Database,
  personId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const behind = after ? sql`AND s.id < ${after}` : sql``
  const hers = sql`SELECT loan_id FROM loan_shares WHERE person_id = ${personId}`
  return db.all<OwnShareRow>(sql`${withLoans(sql`l.id IN (${hers})`)}
    WHERE s.person_id = ${personId} ${behind} ORDER BY s.id DESC LIMIT ${limit + 1}`)
}

/** Her share, by its id; nobody else’s. */
export function findOwnShare(db: Database, id: string, personId: string) {
  const its = sql`l.id = (SELECT loan_id FROM loan_shares WHERE id = ${id})`
  return db.all<OwnShareRow>(sql`${withLoans(its)}
    WHERE s.id = ${id} AND s.person_id = ${personId}`)
}

export const loanOfOwnShare = ({ shareId: _, shareAmount: __, ...row }: OwnShareRow) => loanOf(row)

/** The loan of a share, and its lender, as SQL. */
export const loanOfShare = (id: string) => sql`(SELECT loan_id FROM loan_shares WHERE id = ${id})`
export const lenderOfShare = (id: string) =>
  sql`(SELECT lender_id FROM loans WHERE id = ${loanOfShare(id)})`

export type OwnLineRow = {
  heldOn: string
  attended: number
  asked: number
  paid: number
  covered: number
  gave: number
  saved: number
  paidBack: number
  code: string
  status: string
}

/** What was written of her at meetings, newest first. */
export function listOwnLines(db: Database, shareId: string) {
  return db.all<OwnLineRow>(sql`
    SELECT m.held_on AS heldOn, x.attended AS attended, x.asked AS asked, x.paid AS paid,
      x.covered_by_reserve + x.covered_by_members AS covered, x.gave AS gave, x.saved AS saved,
      x.paid_back AS paidBack, x.code AS code, m.status AS status
    FROM meeting_lines x JOIN meetings m ON m.id = x.meeting_id
    WHERE x.share_id = ${shareId} AND m.status <> 'reversed'
    ORDER BY m.held_on DESC LIMIT 100`)
}
