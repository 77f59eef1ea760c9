import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { recordEvents } from '#worker/history/queries'
import { organizationsWith } from '#worker/identity/actor'
import {
  describeListed,
  describeMembers,
  describeOrganization,
  OrganizationAnswer,
  OrganizationList,
  OrganizationWithMembers,
} from '#worker/identity/organizations/answers'
import { openOrganization } from '#worker/identity/organizations/opening'
import { type Lead, statusMessages } from '#worker/identity/organizations/messages'
import {
  BECAME,
  changeStatus,
  type Organization,
} from '#worker/identity/organizations/organization'
import {
  changeOrganization,
  findOrganization,
  findOwnOrganization,
  insertOpened,
  listLeads,
  listMembers,
  listOrganizations,
} from '#worker/identity/organizations/queries'
import {
  OrganizationRequest,
  OrganizationsQuery,
  StatusChange,
} from '#worker/identity/organizations/requests'
import { findPersonAt } from '#worker/identity/people/queries'
import { found } from '#worker/kernel/refusal'
import { insertMessages } from '#worker/outbox/queries'

export const organizations = new Hono<HonoEnv>()
  .get(
    '/',
    about('All organizations of the network', OrganizationList),
    allow('organization.open'),
    parseQuery(OrganizationsQuery),
    async (c) => {
      const { after, limit, ...filter } = c.req.valid('query')
      const [found] = await read(c.var.db, [
        listOrganizations(c.var.db, { ...filter, after: after?.[0], limit: limit + 1 }),
      ])
      const { rows, next } = paged(found, limit, (row) => [row.id])
      return c.json({ items: rows.map(describeListed), next })
    },
  )
  .post(
    '/',
    about('Open a lender, partner or facilitator with its first owner', OrganizationAnswer, 201),
    allow('organization.open'),
    parseJson(OrganizationRequest),
    async (c) => {
      const { db, newId } = c.var
      const asked = c.req.valid('json')
      const lead = { channel: 'whatsapp', address: asked.lead.phone } as const
      const [people] = await read(db, [findPersonAt(db, lead, c.var.now)])

      const opened = openOrganization(asked, actOf(c), {
        organizationId: newId(),
        personId: newId(),
        knownLead: people[0]?.personId,
        status: 'open',
      })

      const body = describeOrganization(opened.organization)
      const { phone } = asked.lead
      const told = tellLeads(c, opened.organization, [{ phone, email: null, locale: 'id' }])
      await commit(c, [...insertOpened(db, opened), ...told], body)
      return c.json(body, 201)
    },
  )
  .get(
    '/:slug',
    about('An organization of yours and its members', OrganizationWithMembers),
    allow('organization.read'),
    async (c) => {
      const { db, scope, actor } = c.var
      const slug = c.req.param('slug')
      const id = sql`(SELECT id FROM organizations WHERE slug = ${slug} OR id = ${slug})`
      const [organizations, rows] = await read(db, [
        findOwnOrganization(db, slug, scope),
        listMembers(db, id),
      ])
      const organization = found(organizations[0], 'organization')

      const full = organizationsWith(actor, 'organization.manage').includes(organization.id)
      return c.json({
        ...describeOrganization(organization),
        members: describeMembers(rows, { full }),
      })
    },
  )
  .patch(
    '/:slug/status',
    about('Open, pause or close an organization', OrganizationAnswer),
    allow('organization.open'),
    parseJson(StatusChange),
    async (c) => {
      const { db } = c.var
      const { status } = c.req.valid('json')
      const slug = c.req.param('slug')
      const [rows, leads] = await read(db, [findOrganization(db, slug), listLeads(db, slug)])

      const changed = changeStatus(found(rows[0], 'organization'), status)

      const event = { subject: changed.id, seq: changed.version, type: BECAME[status] }
      await commit(c, [
        changeOrganization(db, changed),
        recordEvents(db, [{ ...actOf(c), ...event }]),
        ...tellLeads(c, changed, leads),
      ])
      return c.json(describeOrganization(changed))
    },
  )

function tellLeads(c: Ctx, { name, status }: Organization, leads: readonly Lead[]) {
  const { db, now, newId } = c.var
  const messages = statusMessages(leads, status, { organization: name, ...siteOf(c) })
  return insertMessages(
    db,
    messages.map((one) => ({ id: newId(), ...one })),
    now,
  )
}
