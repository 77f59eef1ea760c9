import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { RecordedEvent } from '#worker/lending/servicing/loans/record'
import {
  consentedEnterprise,
  findConsentedEnterprise,
} from '#worker/lending/applying/loan-applications/queries'
import { listVisits } from '#worker/lending/reviewing/field-visits/queries'
import { lenderOf } from '#worker/lending/reviewing/reviews/queries'
import { findCardInForce } from '#worker/lending/reviewing/scorecards/queries'
import * as sales from '#worker/market/selling/sales/queries'

export type LoanAroundRow = {
  id: string
  number: number
  borrower: string
  /** 1 where it is the borrower's own, 0 where it is of those around. */
  own: number
  principal: number
  balance: number
  status: string
  nextDueOn: string | null
  terms: string
}

const MOST_LOANS = 24

/**
 * Loans of the borrower of an application with the same lender, and of those around: of the groups of a
 * person, of the members of a group. The lender is compared without its index.
 */
const AROUND = (applicationId: string) => sql`
  SELECT l.id AS id, (l.group_id IS a.group_id
      AND (a.group_id IS NOT NULL OR l.borrower_id = a.applicant_id)) AS own
  FROM loan_applications a JOIN loans l ON +l.lender_id = a.lender_id AND (
    l.group_id = a.group_id
    OR a.group_id IS NULL AND l.borrower_id = a.applicant_id AND l.group_id IS NULL
    OR a.group_id IS NULL AND l.group_id IN
      (SELECT organization_id FROM memberships WHERE person_id = a.applicant_id)
    OR l.group_id IS NULL AND l.borrower_id IN
      (SELECT person_id FROM memberships WHERE organization_id = a.group_id))
  WHERE a.id = ${applicationId} ORDER BY own DESC, l.id DESC LIMIT ${MOST_LOANS}`

function listLoansAround(db: Database, applicationId: string) {
  return db.all<LoanAroundRow>(sql`
    SELECT l.id AS id, l.number AS number, coalesce(g.name, p.name) AS borrower, f.own AS own,
      l.principal AS principal, l.balance AS balance, l.status AS status,
      l.next_due_on AS nextDueOn, l.terms AS terms
    FROM (${AROUND(applicationId)}) f JOIN loans l ON l.id = f.id
    JOIN people p ON p.id = l.borrower_id LEFT JOIN organizations g ON g.id = l.group_id
    ORDER BY f.own DESC, l.id DESC`)
}

export type LoanEventRow = RecordedEvent & { subject: string }

function listEventsAround(db: Database, applicationId: string) {
  return db.all<LoanEventRow>(sql`
    SELECT subject, seq, type, data FROM events
    WHERE subject IN (SELECT id FROM (${AROUND(applicationId)})) ORDER BY subject, seq`)
}

export type Span = { since: number; seasonsSince: number; offsetMs: number }

/** All that an application is read from, for one trip together with the application itself. */
export function findEvidence(db: Database, applicationId: string, span: Span) {
  const enterprise: SQL = consentedEnterprise(applicationId)
  return [
    findConsentedEnterprise(db, applicationId),
    sales.listSalesMonths(db, { enterprise, since: span.seasonsSince, offsetMs: span.offsetMs }),
    sales.findSalesFacts(db, { enterprise, since: span.since }),
    listLoansAround(db, applicationId),
    listEventsAround(db, applicationId),
    listVisits(db, applicationId),
    findCardInForce(db, lenderOf(applicationId)),
  ] as const
}
