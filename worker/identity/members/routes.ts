import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { recordEvents } from '#worker/history/queries'
import {
  assertLeadRemains,
  changeMembership,
  deleteMembership,
  endSessions,
} from '#worker/identity/members/queries'
import { changeRoles, type Changed, removeMember } from '#worker/identity/members/membership'
import { RolesChange } from '#worker/identity/members/requests'
import { MemberAnswer, describeMembers } from '#worker/identity/organizations/answers'
import {
  changeOrganization,
  findOwnOrganization,
  listMembers,
} from '#worker/identity/organizations/queries'
import { found } from '#worker/kernel/refusal'

export const members = new Hono<HonoEnv>()
  .delete(
    '/:slug/members/:personId',
    about('Remove a member; her sessions end', null, 204),
    allow('organization.manage'),
    async (c) => {
      const { db } = c.var
      const personId = c.req.param('personId')
      const { organization, member } = await findMember(c, c.req.param('slug'), personId)

      const removed = removeMember(organization, member, actOf(c))

      await commit(c, [
        deleteMembership(db, { organizationId: removed.organization.id, personId }),
        ...settled(c, removed),
        endSessions(db, personId),
      ])
      return c.body(null, 204)
    },
  )
  .put(
    '/:slug/members/:personId/roles',
    about('Set the roles of a member; her sessions end', MemberAnswer),
    allow('organization.manage'),
    parseJson(RolesChange),
    async (c) => {
      const { db, now, actor } = c.var
      const personId = c.req.param('personId')
      const { roles } = c.req.valid('json')
      const { organization, member } = await findMember(c, c.req.param('slug'), personId)

      const changed = changeRoles(organization, { personId, roles }, actOf(c))

      const acting = actor.kind === 'person' && actor.id === personId ? actor.sessionHash : ''
      const given = { organizationId: organization.id, personId, roles, since: now }
      await commit(c, [
        ...changeMembership(db, given),
        ...settled(c, changed),
        endSessions(db, personId, acting),
      ])
      return c.json({ ...member, roles })
    },
  )

/** The organization, among those the actor manages, and the member of it. */
async function findMember(c: Ctx, slug: string, personId: string) {
  const { db, scope } = c.var
  const [organizations, rows] = await read(db, [
    findOwnOrganization(db, slug, scope),
    listMembers(db, sql`(SELECT id FROM organizations WHERE slug = ${slug} OR id = ${slug})`),
  ])
  const organization = found(organizations[0], 'organization')
  const members = describeMembers(rows, { full: true })
  const member = members.find((one) => one.personId === personId)
  return { organization, member: found(member, 'member') }
}

const settled = (c: Ctx, { organization, event }: Changed) => [
  assertLeadRemains(c.var.db, organization),
  changeOrganization(c.var.db, organization),
  recordEvents(c.var.db, [event]),
]
