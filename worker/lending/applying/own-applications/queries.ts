import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { MomentRow } from '#worker/lending/applying/own-applications/answers'

/**
 * What happened to an application, with the names of who acted; what the clock did has no name, and how
 * each of a committee voted is its own affair.
 */
export function listMoments(db: Database, applicationId: string) {
  return db.all<MomentRow>(sql`
    SELECT e.type AS type, e.at AS "at", p.name AS "by" FROM events e
    LEFT JOIN people p ON p.id = e.actor_id
    WHERE e.subject = ${applicationId} AND e.type <> 'voted' ORDER BY e.seq`)
}

export function findLoanOfApplication(db: Database, applicationId: string) {
  return db.all<{ loanId: string }>(
    sql`SELECT id AS loanId FROM loans WHERE application_id = ${applicationId}`,
  )
}
