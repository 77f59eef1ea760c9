import { and, eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { assertHolds } from '#db/assert'
import { memberships, sessions } from '#db/schema/identity'
import type { Organization } from '#worker/identity/organizations/organization'
import { LEAD } from '#worker/identity/permissions'

type Held = { organizationId: string; personId: string }

/** Takes every role of a person in an organization away. */
export function deleteMembership(db: Database, { organizationId, personId }: Held): Statement {
  return db
    .delete(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.personId, personId)))
}

/** Gives a person these roles and no others; a role she keeps, she has since when she had it. */
export function changeMembership(
  db: Database,
  { organizationId, personId, roles, since }: Held & { roles: readonly string[]; since: number },
): Statement[] {
  const kept = sql`(SELECT value FROM json_each(${JSON.stringify(roles)}))`
  return [
    db.run(sql`DELETE FROM memberships WHERE organization_id = ${organizationId}
      AND person_id = ${personId} AND role NOT IN ${kept}`),
    db.run(sql`INSERT INTO memberships (organization_id, person_id, role, since)
      SELECT ${organizationId}, ${personId}, value, CAST(${since} AS INTEGER)
      FROM json_each(${JSON.stringify(roles)}) WHERE true ON CONFLICT DO NOTHING`),
  ]
}

/** Ends the batch unless someone still leads the organization. */
export function assertLeadRemains(db: Database, { id, kind }: Organization): Statement {
  return assertHolds(
    db,
    sql`EXISTS (SELECT 1 FROM memberships WHERE organization_id = ${id} AND role = ${LEAD[kind]})`,
    'lead_remains',
  )
}

/** Ends every session of a person but, where one is named, the one that is acting. */
export function endSessions(db: Database, personId: string, except = ''): Statement {
  return db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), sql`${sessions.tokenHash} <> ${except}`))
}
