import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { applicationIdentities, identityOpenings } from '#db/schema/applying'
import type {
  DuplicateRow,
  IdentityRow,
  OpeningRow,
} from '#worker/lending/applying/identities/answers'

export type SealedIdentity = {
  nik: string | null
  nikShown: string | null
  nikIndex: string | null
  phoneIndex: string | null
}

export function insertIdentity(
  db: Database,
  of: { applicationId: string; lenderId: string },
  identity: SealedIdentity,
): Statement {
  return db.insert(applicationIdentities).values({ ...of, ...identity })
}

/** Another NIK, or the first; what has been forgotten stays so. */
export function putNik(
  db: Database,
  of: { applicationId: string; lenderId: string },
  { nik, nikShown, nikIndex }: SealedIdentity,
): Statement {
  const set = { nik, nikShown, nikIndex }
  return db
    .insert(applicationIdentities)
    .values({ ...of, ...set })
    .onConflictDoUpdate({ target: applicationIdentities.applicationId, set })
}

const agreed = (applicationId: SQL): SQL => sql`EXISTS (SELECT 1 FROM consents c
  JOIN loan_applications b ON b.id = c.subject AND b.applicant_id = c.person_id
  WHERE c.subject = ${applicationId} AND c.purpose = 'identity' AND c.withdrawn_at IS NULL)`

/** Papers that say who she is are kept with her consent only. */
export function assertIdentityConsent(db: Database, applicationId: string): Statement {
  return assertHolds(db, agreed(sql`${applicationId}`), 'identity_consented')
}

export function findIdentity(db: Database, applicationId: string) {
  return db.all<IdentityRow & { nik: string | null; agreed: number }>(sql`
    SELECT i.nik AS nik, i.nik_shown AS nikShown, i.forgotten_at AS forgottenAt,
      ${agreed(sql`i.application_id`)} AS agreed
    FROM application_identities i WHERE i.application_id = ${applicationId}`)
}

export function listOpenings(db: Database, applicationId: string) {
  return db.all<OpeningRow>(sql`
    SELECT p.name AS "by", o.reason AS reason, o.opened_at AS "at" FROM identity_openings o
    JOIN people p ON p.id = o.opened_by WHERE o.application_id = ${applicationId}
    ORDER BY o.id DESC LIMIT 100`)
}

/** Whether somebody may look at the papers now, because she said why a moment ago. */
export function findOpening(db: Database, applicationId: string, personId: string, now: number) {
  return db.all<{ until: number }>(sql`
    SELECT until FROM identity_openings WHERE application_id = ${applicationId}
      AND opened_by = ${personId} AND until > ${now} LIMIT 1`)
}

export function insertOpening(
  db: Database,
  opening: typeof identityOpenings.$inferInsert,
): Statement {
  return db.insert(identityOpenings).values(opening)
}

/**
 * Other applications to the same lender with the same NIK or telephone, of the same person, or that list
 * her among those who carry a share; those of other people first: a fact for who reviews, never a reason
 * by itself. Another lender's hashes are made for another purpose, so nothing is found across lenders.
 */
export function listDuplicates(db: Database, applicationId: string) {
  return db.all<DuplicateRow>(sql`
    WITH mine AS (SELECT a.id, a.lender_id, a.applicant_id, i.nik_index, i.phone_index
      FROM loan_applications a LEFT JOIN application_identities i ON i.application_id = a.id
      WHERE a.id = ${applicationId}),
    alike (rank, kind, other) AS (
      SELECT 2, 'nik', i.application_id FROM mine
        JOIN application_identities i ON i.lender_id = mine.lender_id
          AND i.nik_index = mine.nik_index
      UNION SELECT 3, 'phone', i.application_id FROM mine
        JOIN application_identities i ON i.lender_id = mine.lender_id
          AND i.phone_index = mine.phone_index
      UNION SELECT 1, 'person', b.id FROM mine JOIN loan_applications b
        ON b.applicant_id = mine.applicant_id AND b.lender_id = mine.lender_id
      UNION SELECT 4, 'share', g.application_id FROM mine
        JOIN pledges own ON own.application_id = mine.id AND own.kind = 'share'
        JOIN pledges g ON g.person_id = own.person_id AND g.kind = 'share'
        JOIN loan_applications b ON b.id = g.application_id AND b.lender_id = mine.lender_id)
    SELECT substr(min(alike.rank || alike.kind), 2) AS "by", b.id AS id, b.code AS code,
      u.name AS applicant, b.status AS status, b.submitted_at AS submittedAt
    FROM alike JOIN loan_applications b ON b.id = alike.other JOIN people u ON u.id = b.applicant_id
    WHERE b.id <> ${applicationId} GROUP BY b.id
    ORDER BY min(alike.rank) = 1, min(alike.rank), b.id DESC LIMIT 20`)
}
