import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { localeOf } from '#worker/http/source'
import { countUse } from '#worker/http/uses'
import { recordEvents } from '#worker/history/queries'
import { signedIn } from '#worker/identity/actor'
import {
  describeInvitation,
  InvitationAnswer,
  InvitationList,
} from '#worker/identity/invitations/answers'
import {
  accept,
  invitationMessage,
  invite,
  withdraw,
} from '#worker/identity/invitations/invitation'
import {
  changeInvitation,
  findHeld,
  findInvitationOf,
  findInvitationTo,
  insertInvitation,
  listInvitations,
  listInvitationsTo,
} from '#worker/identity/invitations/queries'
import { InvitationRequest } from '#worker/identity/invitations/requests'
import { findOwnOrganization, insertMembership } from '#worker/identity/organizations/queries'
import { found } from '#worker/kernel/refusal'
import { insertMessages } from '#worker/outbox/queries'

/** Each is a message to somebody: an organization does not send more in a day. */
const A_DAY = { most: 100, windowMs: 24 * 60 * 60 * 1000 }

/** Under `/organizations`: what its leads do. */
export const inviting = new Hono<HonoEnv>()
  .post(
    '/:slug/invitations',
    about('Invite a phone number to a role', InvitationAnswer, 201),
    allow('organization.manage'),
    parseJson(InvitationRequest),
    async (c) => {
      const { db, now, scope, newId } = c.var
      const slug = c.req.param('slug')
      const asked = c.req.valid('json')
      const [organizations, held] = await read(db, [
        findOwnOrganization(db, slug, scope),
        findHeld(db, { slug, phone: asked.phone, now }),
      ])
      const organization = found(organizations[0], 'organization')

      const roles = held.map((one) => one.heldRole)
      const { invitation, event } = invite(organization, asked, {
        act: actOf(c),
        id: newId(),
        held: roles,
      })

      const { name: organizationName, kind } = organization
      const inviterName = signedIn(c.var.actor).name
      const body = describeInvitation({ ...invitation, slug, organizationName, kind, inviterName })
      await commit(
        c,
        [
          countUse(db, { key: `invitations:${organization.id}`, ...A_DAY }, now),
          insertInvitation(db, invitation),
          recordEvents(db, [event]),
          ...insertMessages(
            db,
            [{ id: newId(), ...saidTo(c, asked.phone, organizationName) }],
            now,
          ),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/:slug/invitations',
    about('Invitations that are open', InvitationList),
    allow('organization.manage'),
    async (c) => {
      const { db, now, scope } = c.var
      const slug = c.req.param('slug')
      const [organizations, rows] = await read(db, [
        findOwnOrganization(db, slug, scope),
        listInvitations(db, slug, scope, now),
      ])
      found(organizations[0], 'organization')
      return c.json({ items: rows.map(describeInvitation), next: null })
    },
  )
  .delete(
    '/:slug/invitations/:id',
    about('Withdraw an invitation', null, 204),
    allow('organization.manage'),
    async (c) => {
      const { db, scope } = c.var
      const { slug, id } = c.req.param()
      const [rows] = await read(db, [findInvitationOf(db, { id, slug, scope })])

      const { invitation, event } = withdraw(found(rows[0], 'invitation'), actOf(c))

      await commit(c, [changeInvitation(db, invitation), recordEvents(db, [event])])
      return c.body(null, 204)
    },
  )

/** Under `/invitations`: what the invited do. */
export const invitations = new Hono<HonoEnv>()
  .get('/', about('Invitations to your number', InvitationList), allow('self'), async (c) => {
    const { db, now, actor } = c.var
    const [rows] = await read(db, [listInvitationsTo(db, signedIn(actor).phone ?? '', now)])
    return c.json({ items: rows.map(describeInvitation), next: null })
  })
  .post(
    '/:id/acceptance',
    about('Accept an invitation to your number', InvitationAnswer, 201),
    allow('self'),
    async (c) => {
      const { db, now } = c.var
      const { id: personId, phone } = signedIn(c.var.actor)
      const [rows] = await read(db, [findInvitationTo(db, c.req.param('id'), phone ?? '')])
      const shown = found(rows[0], 'invitation')

      const { invitation, event } = accept(shown, actOf(c))

      const { organizationId, role } = invitation
      const body = describeInvitation({ ...shown, ...invitation })
      await commit(
        c,
        [
          changeInvitation(db, invitation),
          recordEvents(db, [event]),
          insertMembership(db, { organizationId, personId, role, since: now }),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

function saidTo(c: Ctx, phone: string, organization: string) {
  const { network, url } = siteOf(c)
  const link = `${url}/account`
  return invitationMessage(phone, { organization, network, link, locale: localeOf(c) })
}
