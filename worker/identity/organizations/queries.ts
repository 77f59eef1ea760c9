import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { memberships, organizations } from '#db/schema/identity'
import { recordEvents } from '#worker/history/queries'
import type { Lead } from '#worker/identity/organizations/messages'
import type { Opened } from '#worker/identity/organizations/opening'
import type { Organization, OrganizationStatus } from '#worker/identity/organizations/organization'
import { insertPerson } from '#worker/identity/people/queries'
import type { Kind } from '#worker/identity/permissions'

/** The statement that records a new organization, as it is. */
export function insertOrganization(db: Database, organization: Organization): Statement {
  return db.insert(organizations).values(organization)
}

/** The statements that open an organization with its first lead. */
export function insertOpened(db: Database, opened: Opened): Statement[] {
  const { organization, membership, newcomer, events } = opened
  const createdAt = organization.createdAt
  const person = { email: null, locale: 'id', createdAt, version: 1 } as const
  return [
    recordEvents(db, events),
    insertOrganization(db, organization),
    ...(newcomer ? [insertPerson(db, { ...person, ...newcomer })] : []),
    insertMembership(db, membership),
  ]
}

export type NewMembership = {
  organizationId: string
  personId: string
  role: string
  since: number
}

/** The statement that gives a person a role; giving it twice is one membership. */
export function insertMembership(db: Database, membership: NewMembership): Statement {
  return db.insert(memberships).values(membership).onConflictDoNothing()
}

/** The organization of that slug, or of that id, wherever it is. */
export function findOrganization(db: Database, slug: string) {
  return db
    .select()
    .from(organizations)
    .where(sql`${organizations.slug} = ${slug} OR ${organizations.id} = ${slug}`)
}

/** The same, only among the organizations of `scope`. */
export function findOwnOrganization(db: Database, slug: string, scope: readonly string[]) {
  return db
    .select()
    .from(organizations)
    .where(
      sql`(${organizations.slug} = ${slug} OR ${organizations.id} = ${slug})
        AND ${organizations.id} IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`,
    )
}

export type ListedOrganization = Organization & { members: number; leads: string }

export type OrganizationFilter = {
  kind?: Kind
  status?: OrganizationStatus
  /** The id of the last one already seen. */
  after?: string
  limit: number
}

/** Newest first, with how many belong to each and who leads it. */
export function listOrganizations(
  db: Database,
  { kind, status, after, limit }: OrganizationFilter,
) {
  const wanted: SQL[] = []
  if (kind) wanted.push(eq(organizations.kind, kind))
  if (status) wanted.push(eq(organizations.status, status))
  if (after) wanted.push(lt(organizations.id, after))
  return db
    .select({
      id: organizations.id,
      kind: organizations.kind,
      slug: organizations.slug,
      name: organizations.name,
      status: organizations.status,
      createdAt: organizations.createdAt,
      version: organizations.version,
      members: sql<number>`(SELECT count(DISTINCT m.person_id) FROM memberships m
        WHERE m.organization_id = organizations.id)`.as('members'),
      leads: sql<string>`(SELECT json_group_array(json_object('name', p.name, 'phone', p.phone))
        FROM memberships m JOIN people p ON p.id = m.person_id
        WHERE m.organization_id = organizations.id AND m.role IN ('chair', 'owner'))`.as('leads'),
    })
    .from(organizations)
    .where(and(...wanted))
    .orderBy(desc(organizations.id))
    .limit(limit)
}

/** Sets state and version of an organization to what was decided. */
export function changeOrganization(db: Database, one: Organization): Statement {
  return db
    .update(organizations)
    .set({ status: one.status, version: one.version })
    .where(eq(organizations.id, one.id))
}

export type MemberRow = {
  personId: string
  personName: string
  phone: string | null
  email: string | null
  role: string
  since: number
  secondFactor: number
}

/** One row a role, in the order in which people joined. */
export function listMembers(db: Database, organizationId: SQL | string) {
  return db.all<MemberRow>(sql`
    SELECT m.person_id AS personId, p.name AS personName, p.phone AS phone, p.email AS email,
      m.role AS role, m.since AS since, p.totp_confirmed_at IS NOT NULL AS secondFactor
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.organization_id = ${organizationId}
    ORDER BY m.since, m.person_id, m.role`)
}

/** Those who lead it, to tell them something. */
export function listLeads(db: Database, slug: string) {
  return db.all<Lead>(sql`
    SELECT p.phone AS phone, p.email AS email, p.locale AS locale
    FROM memberships m JOIN people p ON p.id = m.person_id
    JOIN organizations o ON o.id = m.organization_id
    WHERE (o.slug = ${slug} OR o.id = ${slug}) AND m.role IN ('chair', 'owner')
    GROUP BY p.id`)
}
