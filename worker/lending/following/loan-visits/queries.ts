import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanVisits } from '#db/schema/following'
import type { LoanVisit } from '#worker/lending/following/loan-visits/loan-visit'

export type LoanVisitRow = Omit<LoanVisit, 'recordedBy' | 'recordedAt'> & { visitorName: string }

const MOST_OF_A_LOAN = 40

/** Those of a loan and, before it, of the application it came of; the latest first. */
export function listLoanVisits(db: Database, loanId: string) {
  return db.all<LoanVisitRow>(sql`
    SELECT v.id AS id, v.loan_id AS loanId, v.visited_on AS visitedOn, v.place AS place,
      v.note AS note, p.name AS visitorName
    FROM loan_visits v JOIN people p ON p.id = v.recorded_by WHERE v.loan_id = ${loanId}
    UNION ALL
    SELECT f.id, l.id, f.visited_on, f.place, f.note, p.name
    FROM loans l JOIN field_visits f ON f.application_id = l.application_id
    JOIN people p ON p.id = f.officer_id WHERE l.id = ${loanId}
    ORDER BY visitedOn DESC, id DESC LIMIT ${MOST_OF_A_LOAN}`)
}

export function insertLoanVisit(db: Database, visit: LoanVisit): Statement {
  return db.insert(loanVisits).values(visit)
}
