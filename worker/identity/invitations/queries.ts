import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { invitations } from '#db/schema/identity'
import type { Invitation } from '#worker/identity/invitations/invitation'
import type { Kind } from '#worker/identity/permissions'

export type ShownInvitation = Invitation & {
  slug: string
  organizationName: string
  kind: Kind
  inviterName: string
}

const SHOWN = sql`
  SELECT i.id AS id, i.organization_id AS organizationId, i.phone AS phone, i.role AS role,
    i.invited_by AS invitedBy, i.created_at AS createdAt, i.expires_at AS expiresAt,
    i.accepted_at AS acceptedAt, o.slug AS slug, o.name AS organizationName, o.kind AS kind,
    p.name AS inviterName
  FROM invitations i JOIN organizations o ON o.id = i.organization_id
  JOIN people p ON p.id = i.invited_by`

const OPEN = (now: number) =>
  sql`i.accepted_at IS NULL AND i.expires_at > ${now} AND o.status <> 'closed'`

/** The open invitations of an organization, the latest first. */
export function listInvitations(db: Database, slug: string, scope: readonly string[], now: number) {
  return db.all<ShownInvitation>(sql`${SHOWN}
    WHERE (o.slug = ${slug} OR o.id = ${slug}) AND ${within(scope)} AND ${OPEN(now)}
    ORDER BY i.created_at DESC, i.id DESC LIMIT 100`)
}

/** The open invitations to a number, the latest first. */
export function listInvitationsTo(db: Database, phone: string, now: number) {
  return db.all<ShownInvitation>(sql`${SHOWN}
    WHERE i.phone = ${phone} AND ${OPEN(now)}
    ORDER BY i.created_at DESC, i.id DESC LIMIT 100`)
}

export function findInvitationTo(db: Database, id: string, phone: string) {
  return db.all<ShownInvitation>(sql`${SHOWN} WHERE i.id = ${id} AND i.phone = ${phone}`)
}

export function findInvitationOf(
  db: Database,
  { id, slug, scope }: { id: string; slug: string; scope: readonly string[] },
) {
  return db.all<ShownInvitation>(sql`${SHOWN}
    WHERE i.id = ${id} AND (o.slug = ${slug} OR o.id = ${slug}) AND ${within(scope)}`)
}

/** The roles that a number's holder has in an organization, and those it is invited to. */
export function findHeld(
  db: Database,
  { slug, phone, now }: { slug: string; phone: string; now: number },
) {
  const organization = sql`(SELECT id FROM organizations WHERE slug = ${slug} OR id = ${slug})`
  return db.all<{ heldRole: string }>(sql`
    SELECT m.role AS heldRole FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.organization_id = ${organization} AND p.phone = ${phone}
    UNION SELECT i.role FROM invitations i
    WHERE i.organization_id = ${organization} AND i.phone = ${phone}
      AND i.accepted_at IS NULL AND i.expires_at > ${now}`)
}

export function insertInvitation(db: Database, invitation: Invitation): Statement {
  return db.insert(invitations).values(invitation)
}

export function changeInvitation(db: Database, one: Invitation): Statement {
  return db
    .update(invitations)
    .set({ expiresAt: one.expiresAt, acceptedAt: one.acceptedAt })
    .where(eq(invitations.id, one.id))
}

const within = (scope: readonly string[]): SQL =>
  sql`o.id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`
