import { and, eq, sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { approvalLimits, approvalRules, votes } from '#db/schema/reviewing'
import type { Amount } from '#worker/kernel/money'
import { ONE_DECIDES, type ApprovalRules } from '#worker/lending/reviewing/approvals/approval'
import type { Cause } from '#worker/lending/reviewing/reviews/causes'

export function findRules(db: Database, lender: SQL) {
  return db.all<ApprovalRules & { version: number }>(sql`
    SELECT votes AS votes, votes_above AS votesAbove, approver_limit AS approverLimit,
      borrower_limit AS borrowerLimit, version AS version
    FROM approval_rules WHERE lender_id = ${lender}`)
}

export const rulesOf = (rows: readonly (ApprovalRules & { version: number })[]) =>
  rows[0] ?? { ...ONE_DECIDES, version: 0 }

export function putRules(
  db: Database,
  lenderId: string,
  rules: ApprovalRules & { version: number },
): Statement {
  return db
    .insert(approvalRules)
    .values({ lenderId, ...rules })
    .onConflictDoUpdate({ target: approvalRules.lenderId, set: rules })
}

export type Decider = { personId: string; name: string; roles: string; amount: Amount | null }

/** Who decides at a lender, with her own limit where she has one. */
export function listDeciders(db: Database, lenderId: string) {
  return db.all<Decider>(sql`
    SELECT p.id AS personId, p.name AS name, group_concat(m.role, ' ') AS roles,
      (SELECT amount FROM approval_limits WHERE lender_id = ${lenderId} AND person_id = p.id) AS amount
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.organization_id = ${lenderId} AND m.role IN ('owner', 'approver')
    GROUP BY p.id ORDER BY p.name, p.id LIMIT 100`)
}

type Limit = typeof approvalLimits.$inferInsert

export function putLimit(db: Database, { lenderId, personId, ...limit }: Limit): Statement {
  return db
    .insert(approvalLimits)
    .values({ lenderId, personId, ...limit })
    .onConflictDoUpdate({ target: [approvalLimits.lenderId, approvalLimits.personId], set: limit })
}

export function dropLimit(db: Database, lenderId: string, personId: string): Statement {
  return db
    .delete(approvalLimits)
    .where(and(eq(approvalLimits.lenderId, lenderId), eq(approvalLimits.personId, personId)))
}

export type VoteRow = {
  personId: string
  name: string
  round: number
  outcome: 'approve' | 'reject'
  reason: string
  causes: string
  at: number
}

/** All votes on an application, round by round. */
export function listVotes(db: Database, applicationId: string) {
  return db.all<VoteRow>(sql`
    SELECT v.person_id AS personId, p.name AS name, v.round AS round, v.outcome AS outcome,
      v.reason AS reason, v.causes AS causes, v.at AS at
    FROM votes v JOIN people p ON p.id = v.person_id
    WHERE v.application_id = ${applicationId} ORDER BY v.round, v.at`)
}

type NewVote = Omit<typeof votes.$inferInsert, 'causes'> & { causes: readonly Cause[] }

export function insertVote(db: Database, { causes, ...vote }: NewVote): Statement {
  return db.insert(votes).values({ ...vote, causes: JSON.stringify(causes) })
}

/**
 * The borrower of the application `a`: a person for herself, or the group or enterprise. The lender is
 * compared without its index, which would lead past all of its loans.
 */
const ofBorrower = (table: string, person: string) =>
  sql.raw(`+${table}.lender_id = a.lender_id AND (${table}.group_id = a.group_id
    OR (a.group_id IS NULL AND ${table}.group_id IS NULL AND ${table}.${person} = a.applicant_id))`)

/** What the borrower of `a` owes this lender: running loans, and what is approved but not handed over. */
const OWED = sql`(
  (SELECT coalesce(sum(l.balance), 0) FROM loans l
    WHERE l.status = 'active' AND ${ofBorrower('l', 'borrower_id')})
  + (SELECT coalesce(sum(o.approved_amount), 0) FROM loan_applications o
    WHERE o.status IN ('approved', 'accepted') AND ${ofBorrower('o', 'applicant_id')}))`

export function owedBeside(applicationId: string): SQL<number> {
  return sql<number>`(SELECT ${OWED} FROM loan_applications a WHERE a.id = ${applicationId})`
}

/** After the approval: what she owes in all is within the limit, whoever approved at the same time. */
export function borrowerWithinLimit(db: Database, applicationId: string): Statement {
  return assertHolds(
    db,
    sql`SELECT r.borrower_limit IS NULL OR ${OWED} <= r.borrower_limit
      FROM loan_applications a LEFT JOIN approval_rules r ON r.lender_id = a.lender_id
      WHERE a.id = ${applicationId}`,
    'borrower_within_limit',
  )
}
