import { eq, sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { loanApplications } from '#db/schema/loan-applications'
import { recommendations } from '#db/schema/reviewing'
import type { Amount } from '#worker/kernel/money'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import {
  SELECT,
  withinOrganizations,
  type ApplicationRow,
} from '#worker/lending/applying/loan-applications/queries'
import type { FactValues } from '#worker/lending/reviewing/scorecards/scorecard'
import { isConcerned } from '#worker/lending/reviewing/ties/queries'

export type ReviewedRow = ApplicationRow & { officerName: string | null }

/** The life of an application with the names of who acted. */
export function listNamedEvents(db: Database, applicationId: string) {
  return db.all<{ type: string; by: string; at: number }>(sql`
    SELECT e.type AS type, coalesce(p.name, e.actor_id) AS "by", e.at AS at FROM events e
    LEFT JOIN people p ON p.id = e.actor_id WHERE e.subject = ${applicationId} ORDER BY e.seq`)
}

/** The lender of an application, as an expression. */
export const lenderOf = (applicationId: string) =>
  sql`(SELECT lender_id FROM loan_applications WHERE id = ${applicationId})`

const withOfficer = (found: SQL, order = sql``) =>
  sql`SELECT q.*, o.name AS officerName FROM (${found}) q
    LEFT JOIN people o ON o.id = q.officerId ${order}`

export function findReviewed(db: Database, id: string, lenders: readonly string[]) {
  const within = withinOrganizations(lenders)
  return db.all<ReviewedRow>(
    withOfficer(sql`${SELECT} WHERE a.id = ${id} AND a.lender_id IN ${within}`),
  )
}

export type QueueFilter = {
  status?: string | undefined
  product?: string | undefined
  officer?: string | undefined
  kind?: string | undefined
  /** Sent at this time or before. */
  until?: number | undefined
  least?: number | undefined
  most?: number | undefined
  /** What waits for her: to be taken, in her hands, or to be decided by her. */
  waitingFor?: { personId: string; recommends: boolean; decides: boolean } | undefined
  after?: string | undefined
  limit: number
}

/** A lender's queue: longest waiting first where it is one state or what waits for me, else newest first. */
export function listQueue(db: Database, lenderId: string, filter: QueueFilter) {
  const { status, product, officer, kind, until, least, most, waitingFor, after, limit } = filter
  const isOldestFirst = status !== undefined || waitingFor !== undefined
  const wanted: SQL[] = [sql`a.lender_id = ${lenderId}`]
  if (status) wanted.push(sql`a.status = ${status}`)
  if (product) wanted.push(sql`a.product_id = ${product}`)
  if (officer === 'none') wanted.push(sql`a.officer_id IS NULL`)
  else if (officer) wanted.push(sql`a.officer_id = ${officer}`)
  if (kind) wanted.push(sql`a.borrower_kind = ${kind}`)
  if (until !== undefined) wanted.push(sql`a.submitted_at <= ${until}`)
  if (least !== undefined) wanted.push(sql`a.amount >= ${least}`)
  if (most !== undefined) wanted.push(sql`a.amount <= ${most}`)
  if (waitingFor) wanted.push(waitsFor(waitingFor))
  if (after) wanted.push(isOldestFirst ? sql`a.id > ${after}` : sql`a.id < ${after}`)
  const direction = isOldestFirst ? sql`` : sql`DESC`
  return db.all<ReviewedRow>(
    withOfficer(
      sql`${SELECT} WHERE ${sql.join(wanted, sql` AND `)}
        ORDER BY a.id ${direction} LIMIT ${limit + 1}`,
      sql`ORDER BY q.id ${direction}`,
    ),
  )
}

/** By what stands in the books, not by notices that were sent: nothing can be missing from it. */
function waitsFor({ personId, recommends, decides }: NonNullable<QueueFilter['waitingFor']>): SQL {
  const hers = sql`(a.status = 'submitted' AND a.officer_id IS NULL
    OR a.status IN ('submitted', 'in-review') AND a.officer_id = ${personId})`
  const toDecide = sql`(a.status = 'recommended' AND a.recommended_by <> ${personId}
    AND NOT EXISTS (SELECT 1 FROM votes v WHERE v.application_id = a.id
      AND v.person_id = ${personId}
      AND v.round = (SELECT max(n.seq) FROM recommendations n WHERE n.application_id = a.id)))`
  const either = [...(recommends ? [hers] : []), ...(decides ? [toDecide] : [])]
  const any = either.length > 0 ? sql.join(either, sql` OR `) : sql`0`
  return sql`a.status IN ('submitted', 'in-review', 'recommended') AND (${any})
    AND NOT ${isConcerned(personId)}`
}

/** How she stands to an application: what a judgement relies on besides the application itself. */
export type Standing = {
  tied: number
  owed: number
  ownLimit: Amount | null
  round: number | null
  advice: 'lend' | 'decline' | null
  visits: number
}

export function findStanding(db: Database, applicationId: string, personId: string, owed: SQL) {
  return db.all<Standing>(sql`
    SELECT ${isConcerned(personId)} AS tied, ${owed} AS owed,
      (SELECT amount FROM approval_limits l
        WHERE l.lender_id = a.lender_id AND l.person_id = ${personId}) AS ownLimit,
      r.seq AS round, r.advice AS advice,
      (SELECT count(*) FROM field_visits f WHERE f.application_id = a.id) AS visits
    FROM loan_applications a LEFT JOIN recommendations r ON r.application_id = a.id
      AND r.seq = (SELECT max(seq) FROM recommendations WHERE application_id = a.id)
    WHERE a.id = ${applicationId}`)
}

/** At the moment of the act she is not kin to whom it concerns. */
export function impartialNow(db: Database, applicationId: string, personId: string): Statement {
  return assertHolds(
    db,
    sql`SELECT NOT ${isConcerned(personId)} FROM loan_applications a WHERE a.id = ${applicationId}`,
    'impartial',
  )
}

/** What a review changes; who asked for what stays as it was asked. */
export function changeReview(db: Database, one: Application): Statement {
  const { status, officerId, takenAt, score, scorecardVersion, overridden, conditions } = one
  const { recommendedBy, recommendedAmount, recommendedInstalments, recommendation } = one
  const { decidedBy, decidedAt, reasons, causes, approvedAmount, approvedInstalments } = one
  return db
    .update(loanApplications)
    .set({
      ...{ status, officerId, takenAt, score, scorecardVersion, overridden, conditions },
      ...{ recommendedBy, recommendedAmount, recommendedInstalments, recommendation },
      ...{ decidedBy, decidedAt, reasons, causes, approvedAmount, approvedInstalments },
      expiresAt: one.expiresAt,
      version: one.version,
    })
    .where(eq(loanApplications.id, one.id))
}

type NewRecommendation = Omit<typeof recommendations.$inferInsert, 'conditions' | 'facts'> & {
  conditions: readonly string[]
  facts: FactValues
}

export function insertRecommendation(
  db: Database,
  { conditions, facts, ...kept }: NewRecommendation,
): Statement {
  return db.insert(recommendations).values({
    ...kept,
    conditions: JSON.stringify(conditions),
    facts: JSON.stringify(facts),
  })
}

export type RecommendationRow = {
  seq: number
  officerId: string
  officerName: string
  advice: 'lend' | 'decline'
  amount: number
  instalments: number
  note: string
  conditions: string
  facts: string
  score: number | null
  version: number
  card: string
  why: string | null
  at: number
}

/** Every recommendation of an application with the card it was read by, the latest first. */
export function listRecommendations(db: Database, applicationId: string) {
  return db.all<RecommendationRow>(sql`
    SELECT r.seq AS seq, r.officer_id AS officerId, p.name AS officerName, r.advice AS advice,
      r.amount AS amount, r.instalments AS instalments, r.note AS note,
      r.conditions AS conditions, r.facts AS facts, r.score AS score,
      r.scorecard_version AS version, s.card AS card, o.why AS why, r.at AS at
    FROM recommendations r JOIN people p ON p.id = r.officer_id
    JOIN scorecards s ON s.lender_id = r.lender_id AND s.version = r.scorecard_version
    LEFT JOIN overrides o ON o.application_id = r.application_id AND o.seq = r.seq
    WHERE r.application_id = ${applicationId} ORDER BY r.seq DESC LIMIT 20`)
}
