import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanChanges } from '#db/schema/trouble'
import type { Named } from '#worker/lending/changing/loan-changes/answers'
import type { ProposedChange } from '#worker/lending/changing/loan-changes/loan-change'
import type { Measure } from '#worker/lending/changing/loan-changes/measure'
import type { Programme } from '#worker/lending/offering/rate-caps/programmes'

export type ChangeRow = Omit<ProposedChange, 'measure'> & Named & { measure: string }

const SELECT = sql`
  SELECT x.id AS id, x.lender_id AS lenderId, x.loan_id AS loanId, x.occasion AS occasion,
    x.measure AS measure, x.reason AS reason, x.loan_version AS loanVersion, x.status AS status,
    x.proposed_by AS proposedBy, x.proposed_at AS proposedAt, x.decided_by AS decidedBy,
    x.decided_at AS decidedAt, x.reasons AS reasons, x.seq AS seq, x.version AS version,
    y.number AS loanNumber, b.name AS borrowerName, g.name AS groupName,
    (SELECT name FROM people WHERE id = x.proposed_by) AS proposerName,
    (SELECT name FROM people WHERE id = x.decided_by) AS deciderName
  FROM loan_changes x JOIN loans y ON y.id = x.loan_id JOIN people b ON b.id = y.borrower_id
  LEFT JOIN organizations g ON g.id = y.group_id`

const listed = (ids: readonly string[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

export function changeOf(row: ChangeRow): ProposedChange {
  const { loanNumber: _, borrowerName: __, groupName: ___, ...kept } = row
  const { proposerName: ____, deciderName: _____, measure, ...change } = kept
  return { ...change, measure: JSON.parse(measure) as Measure }
}

export function findChange(db: Database, id: string, lenders: readonly string[]) {
  return db.all<ChangeRow>(sql`${SELECT} WHERE x.id = ${id} AND x.lender_id IN ${listed(lenders)}`)
}

/** The loan that a change is about, for a query of the same trip. */
export const loanOfChange = (id: string) => sql`(SELECT loan_id FROM loan_changes WHERE id = ${id})`

type Page = { status: 'proposed' | 'all'; after?: string | undefined; limit: number }

/** A lender's, the latest first. */
export function listChanges(db: Database, lenderId: string, { status, after, limit }: Page) {
  const waiting = status === 'proposed' ? sql`AND x.status = 'proposed'` : sql``
  const older = after ? sql`AND x.id < ${after}` : sql``
  return db.all<ChangeRow>(sql`${SELECT} WHERE x.lender_id = ${lenderId} ${waiting} ${older}
    ORDER BY x.id DESC LIMIT ${limit + 1}`)
}

const MOST_OF_A_LOAN = 50

/** Those of a loan, the latest first. */
export function listChangesOf(db: Database, loanId: string, lenders: readonly string[]) {
  return db.all<ChangeRow>(sql`${SELECT} WHERE x.loan_id = ${loanId}
    AND x.lender_id IN ${listed(lenders)} ORDER BY x.id DESC LIMIT ${MOST_OF_A_LOAN}`)
}

export function insertChange(db: Database, { measure, ...change }: ProposedChange): Statement {
  return db.insert(loanChanges).values({ ...change, measure: JSON.stringify(measure) })
}

export function changeChange(db: Database, change: ProposedChange): Statement {
  const { status, decidedBy, decidedAt, reasons, seq, version } = change
  return db
    .update(loanChanges)
    .set({ status, decidedBy, decidedAt, reasons, seq, version })
    .where(eq(loanChanges.id, change.id))
}

/** The programme whose ceilings bind a loan, by the product it is of. */
export function findProgramme(db: Database, loanId: string | SQL) {
  return db.all<{ programme: Programme | '' }>(sql`SELECT p.offer->>'$.programme' AS programme
    FROM loans l JOIN loan_products p ON p.id = l.product_id WHERE l.id = ${loanId}`)
}

/** The lender of a loan, inside another query. */
export const lenderOf = (loanId: string | SQL): SQL =>
  sql`(SELECT lender_id FROM loans WHERE id = ${loanId})`

/** Where the borrower of a loan is told, and in which language. */
export type Reached = { destination: string; locale: 'id' | 'en' }

export function findReached(db: Database, loanId: string | ReturnType<typeof loanOfChange>) {
  return db.all<Reached>(sql`SELECT coalesce(p.phone, p.email) AS destination, p.locale AS locale
    FROM loans l JOIN people p ON p.id = l.borrower_id WHERE l.id = ${loanId}`)
}
