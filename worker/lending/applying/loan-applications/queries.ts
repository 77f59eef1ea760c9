import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanApplications } from '#db/schema/loan-applications'
import type { Around } from '#worker/lending/applying/loan-applications/answers'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'

/** Where its applicant is told what others do about it, and in which language. */
type Reached = { applicantDestination: string; applicantLocale: 'id' | 'en' }

export type ApplicationRow = Application & Around & Reached

/** An application with the names around it. */
export const SELECT = sql`
  SELECT a.id AS id, a.code AS code, a.lender_id AS lenderId, a.product_id AS productId,
    a.product_version AS productVersion, a.applicant_id AS applicantId,
    a.borrower_kind AS borrowerKind, a.group_id AS groupId, a.purpose AS purpose, a.amount AS amount,
    a.instalments AS instalments, a.monthly_income AS monthlyIncome,
    a.monthly_costs AS monthlyCosts, a.sales_of AS salesOf,
    (SELECT c.id FROM consents c WHERE c.id = a.sales_consent_id
      AND c.withdrawn_at IS NULL) AS salesConsentId, a.bank_name AS bankName,
    a.bank_account AS bankAccount, a.bank_holder AS bankHolder, a.status AS status,
    a.submitted_at AS submittedAt, a.expires_at AS expiresAt, a.officer_id AS officerId,
    a.taken_at AS takenAt, a.score AS score, a.scorecard_version AS scorecardVersion,
    a.recommended_by AS recommendedBy,
    a.recommended_amount AS recommendedAmount,
    a.recommended_instalments AS recommendedInstalments, a.recommendation AS recommendation,
    a.overridden AS overridden, a.conditions AS conditions,
    a.decided_by AS decidedBy, a.decided_at AS decidedAt, a.reasons AS reasons,
    a.causes AS causes,
    a.approved_amount AS approvedAmount, a.approved_instalments AS approvedInstalments,
    a.agreement AS agreement, a.accepted_at AS acceptedAt,
    a.version AS version,
    l.slug AS lenderSlug, l.name AS lenderName,
    p.name AS productName, u.name AS applicantName,
    coalesce(u.phone, u.email) AS applicantDestination, u.locale AS applicantLocale,
    g.slug AS groupSlug, g.name AS groupName,
    r.name AS recommenderName, d.name AS deciderName
  FROM loan_applications a
  JOIN organizations l ON l.id = a.lender_id
  JOIN loan_products p ON p.id = a.product_id
  JOIN people u ON u.id = a.applicant_id
  LEFT JOIN organizations g ON g.id = a.group_id
  LEFT JOIN people r ON r.id = a.recommended_by
  LEFT JOIN people d ON d.id = a.decided_by`

/** Those of the given organizations or of a person: what an actor may see at all. */
export type Reach = { organizations: readonly string[]; personId: string }

export const withinOrganizations = (ids: readonly string[]): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

export function findApplication(db: Database, id: string | SQL, lenders: readonly string[]) {
  return db.all<ApplicationRow>(
    sql`${SELECT} WHERE a.id = ${id} AND a.lender_id IN ${withinOrganizations(lenders)}`,
  )
}

/** The applicant's own, or one of a group she leads. */
export function findOwnApplication(db: Database, id: string, { organizations, personId }: Reach) {
  const groups = withinOrganizations(organizations)
  return db.all<ApplicationRow>(
    sql`${SELECT} WHERE a.id = ${id} AND (a.applicant_id = ${personId} OR a.group_id IN ${groups})`,
  )
}

/** Hers, or one that a lender for which she reviews has received. */
export function findSeenApplication(
  db: Database,
  id: string,
  { personId, lenders }: { personId: string; lenders: readonly string[] },
) {
  return db.all<ApplicationRow>(sql`${SELECT} WHERE a.id = ${id}
    AND (a.applicant_id = ${personId} OR a.lender_id IN ${withinOrganizations(lenders)})`)
}

export function listOwnApplications(
  db: Database,
  { personId }: Reach,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const behind = after ? sql`AND a.id < ${after}` : sql``
  return db.all<ApplicationRow>(sql`${SELECT} WHERE a.applicant_id = ${personId} ${behind}
    ORDER BY a.id DESC LIMIT ${limit + 1}`)
}

/** A lender's queue, longest waiting first; without a status the newest first. */
export function listQueue(
  db: Database,
  lenderId: string,
  page: { status?: string | undefined; after?: string | undefined; limit: number },
) {
  const { status, after, limit } = page
  if (!status) {
    const behind = after ? sql`AND a.id < ${after}` : sql``
    return db.all<ApplicationRow>(sql`${SELECT} WHERE a.lender_id = ${lenderId} ${behind}
      ORDER BY a.id DESC LIMIT ${limit + 1}`)
  }
  const behind = after ? sql`AND a.id > ${after}` : sql``
  return db.all<ApplicationRow>(sql`${SELECT} WHERE a.lender_id = ${lenderId}
    AND a.status = ${status} ${behind} ORDER BY a.id LIMIT ${limit + 1}`)
}

/** Whose time is over, longest first. */
export function listOver(db: Database, now: number, most: number) {
  return db.all<ApplicationRow>(sql`${SELECT} WHERE a.expires_at <= ${now}
    AND a.status IN ('submitted', 'in-review', 'recommended', 'approved')
    ORDER BY a.expires_at LIMIT ${most}`)
}

/** The names that a new application shows: of its lender and its product. */
export function findNames(db: Database, productId: string) {
  return db.all<{ lenderSlug: string; lenderName: string; productName: string }>(sql`
    SELECT o.slug AS lenderSlug, o.name AS lenderName, p.name AS productName
    FROM loan_products p JOIN organizations o ON o.id = p.lender_id WHERE p.id = ${productId}`)
}

export function insertApplication(db: Database, application: Application): Statement {
  return db.insert(loanApplications).values(application)
}

/** What decisions change; who asked for what stays as it was asked. */
export function changeApplication(db: Database, one: Application): Statement {
  return db
    .update(loanApplications)
    .set({
      status: one.status,
      bankName: one.bankName,
      bankAccount: one.bankAccount,
      bankHolder: one.bankHolder,
      expiresAt: one.expiresAt,
      recommendedBy: one.recommendedBy,
      recommendedAmount: one.recommendedAmount,
      recommendedInstalments: one.recommendedInstalments,
      recommendation: one.recommendation,
      decidedBy: one.decidedBy,
      decidedAt: one.decidedAt,
      reasons: one.reasons,
      causes: one.causes,
      approvedAmount: one.approvedAmount,
      approvedInstalments: one.approvedInstalments,
      agreement: one.agreement,
      acceptedAt: one.acceptedAt,
      version: one.version,
    })
    .where(eq(loanApplications.id, one.id))
}

/** The enterprise whose sales may be seen for an application: none once the consent is withdrawn. */
export function consentedEnterprise(applicationId: string): SQL {
  return sql`(SELECT a.sales_of FROM loan_applications a
    JOIN consents c ON c.id = a.sales_consent_id AND c.withdrawn_at IS NULL
    WHERE a.id = ${applicationId})`
}

export function findConsentedEnterprise(db: Database, applicationId: string) {
  return db.all<{ id: string; slug: string; name: string }>(sql`
    SELECT o.id AS id, o.slug AS slug, o.name AS name FROM organizations o
    WHERE o.id = ${consentedEnterprise(applicationId)}`)
}

/** Who belongs to the group of an application. */
export function listGroupMembers(db: Database, applicationId: string) {
  return db.all<{ name: string; role: string }>(sql`
    SELECT p.name AS name, m.role AS role FROM loan_applications a
    JOIN memberships m ON m.organization_id = a.group_id JOIN people p ON p.id = m.person_id
    WHERE a.id = ${applicationId} ORDER BY m.since, p.name LIMIT 60`)
}
