import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { pledges } from '#db/schema/applying'
import type { GroupMember, Pledge } from '#worker/lending/applying/pledges/pledge'

/** A pledge with what its bearer must know to answer for herself. */
export type PledgeRow = Pledge & {
  code: string
  applicationStatus: string
  lenderId: string
  lenderName: string
  productName: string
  applicantName: string
  applicantDestination: string
  applicantLocale: 'id' | 'en'
  groupName: string | null
  purpose: string
  asked: number
  instalments: number
}

const SELECT = sql`
  SELECT g.id AS id, g.application_id AS applicationId, g.kind AS kind, g.person_id AS personId,
    g.destination AS destination, g.name AS name, g.relation AS relation, g.amount AS amount,
    g.agreed AS agreed, g.status AS status, g.consent_id AS consentId, g.asked_at AS askedAt,
    g.answered_at AS answeredAt, g.version AS version`

const AROUND = sql`${SELECT}, a.code AS code, a.status AS applicationStatus, a.lender_id AS lenderId,
    l.name AS lenderName, p.name AS productName, u.name AS applicantName,
    coalesce(u.phone, u.email) AS applicantDestination, u.locale AS applicantLocale,
    o.name AS groupName, a.purpose AS purpose, coalesce(a.approved_amount, a.amount) AS asked,
    coalesce(a.approved_instalments, a.instalments) AS instalments
  FROM pledges g JOIN loan_applications a ON a.id = g.application_id
  JOIN organizations l ON l.id = a.lender_id JOIN loan_products p ON p.id = a.product_id
  JOIN people u ON u.id = a.applicant_id LEFT JOIN organizations o ON o.id = a.group_id`

/** Who is asked: by what she is known under, even if she came after she was asked. */
export type Bearer = { phone: string | null; email: string | null }

const hers = ({ phone, email }: Bearer): SQL =>
  sql`g.destination IN (SELECT value FROM json_each(${JSON.stringify([phone, email])}))`

export function findOwnPledge(db: Database, id: string, bearer: Bearer) {
  return db.all<PledgeRow>(sql`${AROUND} WHERE g.id = ${id} AND ${hers(bearer)}`)
}

export function listOwnPledges(
  db: Database,
  bearer: Bearer,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const behind = after ? sql`AND g.id < ${after}` : sql``
  return db.all<PledgeRow>(
    sql`${AROUND} WHERE ${hers(bearer)} ${behind} ORDER BY g.id DESC LIMIT ${limit + 1}`,
  )
}

/** All who stand for an application, shares first. */
export function listPledges(db: Database, applicationId: string) {
  return db.all<Pledge>(sql`${SELECT} FROM pledges g
    WHERE g.application_id = ${applicationId} ORDER BY g.kind DESC, g.id`)
}

/** The people of a group, each once, as its list of members has them. */
export function listGroupPeople(db: Database, groupId: string | null) {
  return db.all<GroupMember & { locale: 'id' | 'en' }>(sql`
    SELECT DISTINCT p.id AS personId, p.name AS name, coalesce(p.phone, p.email) AS destination,
      p.locale AS locale
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.organization_id = ${groupId} AND m.role NOT LIKE 'companion-%' ORDER BY p.name LIMIT 200`)
}

/** The same, found by an application of the group. */
export function listPeopleOfApplication(db: Database, applicationId: string) {
  return db.all<GroupMember>(sql`
    SELECT DISTINCT p.id AS personId, p.name AS name, coalesce(p.phone, p.email) AS destination
    FROM loan_applications a JOIN memberships m ON m.organization_id = a.group_id
    JOIN people p ON p.id = m.person_id
    WHERE a.id = ${applicationId} AND m.role NOT LIKE 'companion-%' ORDER BY p.name LIMIT 200`)
}

const ALIVE = sql`b.status NOT IN ('rejected', 'withdrawn', 'expired') AND NOT EXISTS (
  SELECT 1 FROM loans l WHERE l.application_id = b.id AND l.status = 'closed')`

/** The people whom somebody vouches for, over however many others, and herself. */
const backedBy = (personId: string): SQL => sql`
  WITH RECURSIVE backed (person_id) AS (
    SELECT ${personId} UNION
    SELECT b.applicant_id FROM backed JOIN people w ON w.id = backed.person_id
    JOIN pledges x ON x.destination IN (w.phone, w.email) AND x.kind = 'guarantee'
      AND x.status <> 'declined'
    JOIN loan_applications b ON b.id = x.application_id AND ${ALIVE})`

export function listBacked(db: Database, personId: string) {
  return db.all<{ destination: string }>(sql`${backedBy(personId)}
    SELECT w.phone AS destination FROM backed JOIN people w ON w.id = backed.person_id
      WHERE w.phone IS NOT NULL
    UNION SELECT w.email FROM backed JOIN people w ON w.id = backed.person_id
      WHERE w.email IS NOT NULL`)
}

/** The statements that ask; two who ask each other at the same moment cannot both be answered. */
export function insertPledges(
  db: Database,
  asked: readonly Pledge[],
  applicantId: string,
): Statement[] {
  if (asked.length === 0) return []
  return [
    db.run(sql`
      INSERT INTO pledges (id, application_id, kind, person_id, destination, name, relation, amount,
        status, consent_id, asked_at, answered_at, version)
      SELECT j.value->>'id', j.value->>'applicationId', j.value->>'kind', j.value->>'personId',
        j.value->>'destination', j.value->>'name', j.value->>'relation', j.value->>'amount',
        j.value->>'status', j.value->>'consentId', j.value->>'askedAt', j.value->>'answeredAt',
        j.value->>'version'
      FROM json_each(${JSON.stringify(asked)}) j WHERE true`),
    ...(asked.some((one) => one.kind === 'guarantee')
      ? [assertHolds(db, withoutLoop(asked[0]!.applicationId, applicantId), 'no_guarantee_loop')]
      : []),
  ]
}

const withoutLoop = (applicationId: string, applicantId: string): SQL => sql`NOT EXISTS (
  ${backedBy(applicantId)}
  SELECT 1 FROM pledges y JOIN people z ON y.destination IN (z.phone, z.email)
  JOIN backed ON backed.person_id = z.id
  WHERE y.application_id = ${applicationId} AND y.kind = 'guarantee')`

export function deletePledges(db: Database, applicationId: string): Statement {
  return db.run(sql`DELETE FROM pledges WHERE application_id = ${applicationId}`)
}

/** Her answer, as long as nothing has been accepted on the strength of the one before. */
export function changePledge(db: Database, one: Pledge): Statement[] {
  return [
    assertHolds(
      db,
      sql`(SELECT status FROM loan_applications WHERE id = ${one.applicationId})
        IN ('submitted', 'in-review', 'recommended', 'approved')`,
      'application_open',
    ),
    db
      .update(pledges)
      .set({
        status: one.status,
        personId: one.personId,
        consentId: one.consentId,
        answeredAt: one.answeredAt,
        version: one.version,
      })
      .where(sql`id = ${one.id}`),
  ]
}

/** What was accepted: the shares as they are from now on, and that nobody has thought again meanwhile. */
export function recordAgreedShares(
  db: Database,
  applicationId: string,
  shares: readonly Pledge[],
): Statement[] {
  const rows = JSON.stringify(shares.map(({ id, agreed }) => [id, agreed]))
  return [
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM pledges WHERE application_id = ${applicationId}
        AND status <> 'confirmed')`,
      'pledges_confirmed',
    ),
    ...(shares.length === 0
      ? []
      : [
          db.run(sql`UPDATE pledges SET agreed = j.value->>1 FROM json_each(${rows}) j
            WHERE pledges.id = j.value->>0`),
        ]),
  ]
}
