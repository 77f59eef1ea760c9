import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { companionGrants } from '#db/schema/companion-grants'
import type { GrantRow } from '#worker/identity/companion-grants/answers'
import type { CompanionGrant } from '#worker/identity/companion-grants/companion-grant'

const ROW = sql.raw(`g.id AS id, g.enterprise_id AS enterpriseId,
  g.facilitator_id AS facilitatorId, g.person_id AS personId, g.products AS products,
  g.orders AS orders, g.granted_by AS grantedBy, g.granted_at AS grantedAt, g.ends_on AS endsOn,
  g.ends_at AS endsAt, g.revoked_at AS revokedAt, g.version AS version, p.name AS companion,
  f.name AS facilitator`)

/** The grants of an enterprise, the newest first. */
export function listGrants(db: Database, enterpriseId: string, limit: number) {
  return db.all<GrantRow>(sql`
    SELECT ${ROW} FROM companion_grants g JOIN people p ON p.id = g.person_id
    JOIN organizations f ON f.id = g.facilitator_id
    WHERE g.enterprise_id = ${enterpriseId} ORDER BY g.id DESC LIMIT ${limit}`)
}

export function findGrant(db: Database, id: string, enterpriseId: string) {
  return db.all<GrantRow>(sql`
    SELECT ${ROW} FROM companion_grants g JOIN people p ON p.id = g.person_id
    JOIN organizations f ON f.id = g.facilitator_id
    WHERE g.id = ${id} AND g.enterprise_id = ${enterpriseId}`)
}

export type CompanionRow = {
  personId: string
  name: string
  phone: string | null
  email: string | null
  locale: 'id' | 'en'
  facilitatorId: string
  facilitator: string
}

/** Who has this number and belongs to a facilitator of the network. */
export function findCompanion(db: Database, phone: string) {
  return db.all<CompanionRow>(sql`
    SELECT p.id AS personId, p.name AS name, p.phone AS phone, p.email AS email,
      p.locale AS locale, o.id AS facilitatorId, o.name AS facilitator
    FROM people p JOIN memberships m ON m.person_id = p.id
    JOIN organizations o ON o.id = m.organization_id
    WHERE p.phone = ${phone} AND o.kind = 'facilitator' AND o.status <> 'closed'
    ORDER BY m.since LIMIT 1`)
}

export function insertGrant(db: Database, grant: CompanionGrant): Statement {
  return db.insert(companionGrants).values(grant)
}

export function changeGrant(db: Database, { id, revokedAt, version }: CompanionGrant): Statement {
  return db.update(companionGrants).set({ revokedAt, version }).where(eq(companionGrants.id, id))
}
