import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { listLoansWhere, type LoanRow } from '#worker/lending/servicing/loans/queries'
import type { LocalDate } from '#worker/kernel/calendar'
import type { ProfileRow } from '#worker/lending/reporting/quality/queries'

/**
 * Loans that are not accrued up to a day, those longest behind first. A lender who is closing a month is left
 * out: the closing brings her interest in, month by month.
 */
export function listBehind(db: Database, end: LocalDate, limit: number) {
  return db.all<{ id: string }>(sql`SELECT loan_id AS id FROM loan_accruals
    WHERE through < ${end}
      AND lender_id NOT IN (SELECT lender_id FROM lender_books WHERE closing IS NOT NULL)
    ORDER BY through, loan_id LIMIT ${limit}`)
}

/** Those of one lender, and how far each is. */
export function listBehindOf(db: Database, lenderId: string, end: LocalDate, limit: number) {
  return db.all<{ id: string; through: LocalDate }>(sql`
    SELECT loan_id AS id, through AS through FROM loan_accruals
    WHERE lender_id = ${lenderId} AND through < ${end} ORDER BY through, loan_id LIMIT ${limit}`)
}

const among = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

export function listLoansAmong(db: Database, ids: readonly string[]) {
  return db.all<LoanRow>(listLoansWhere(sql`l.id IN ${among(ids)}`))
}

export function listEventsAmong(db: Database, ids: readonly string[]) {
  return db.all<{ loanId: string; seq: number; type: string; data: string }>(sql`
    SELECT subject AS loanId, seq AS seq, type AS type, data AS data FROM events
    WHERE subject IN ${among(ids)} ORDER BY subject, seq`)
}

/** The rules by which the lenders of these loans judge them. */
export function listRulesAmong(db: Database, ids: readonly string[]) {
  return db.all<ProfileRow & { lenderId: string }>(sql`
    SELECT x.lender_id AS lenderId, q.profile AS profile, q.since AS since, q.classes AS classes,
      q.source AS source
    FROM (SELECT DISTINCT lender_id FROM loans WHERE id IN ${among(ids)}) x
    JOIN quality_profiles q ON q.id = (SELECT id FROM quality_profiles
      WHERE lender_id = x.lender_id ORDER BY id DESC LIMIT 1)`)
}

/** A loan that is over is not looked at again, unless it comes back. */
const NEVER = '9999-12-31'

type Reached = { id: string; through: LocalDate; stopped: boolean; over: boolean }

/** Lets a batch through only where none of them was accrued up to the day meanwhile. */
export function guardBehind(db: Database, ids: readonly string[], end: LocalDate): Statement {
  const reached = sql`SELECT 1 FROM loan_accruals WHERE loan_id IN ${among(ids)} AND through >= ${end}`
  return assertHolds(db, sql`NOT EXISTS (${reached})`, 'accrual_behind')
}

export function recordReached(db: Database, reached: readonly Reached[]): Statement {
  const rows = reached.map(({ id, through, stopped, over }) => [
    ...[id, over ? NEVER : through, stopped ? 1 : 0],
  ])
  return db.run(sql`UPDATE loan_accruals SET through = j.value->>1, stopped = j.value->>2
    FROM json_each(${JSON.stringify(rows)}) j WHERE loan_id = j.value->>0`)
}
