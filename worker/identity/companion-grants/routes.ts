/** Companions who may act for a group: the group's own list, given and taken by whoever leads it. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganizations } from '#worker/http/own'
import { parseJson } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { signedIn } from '#worker/identity/actor'
import { describeGrant, GrantAnswer, GrantList } from '#worker/identity/companion-grants/answers'
import { grant, revoke } from '#worker/identity/companion-grants/companion-grant'
import { grantMessages } from '#worker/identity/companion-grants/messages'
import * as queries from '#worker/identity/companion-grants/queries'
import { GrantRequest } from '#worker/identity/companion-grants/requests'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { insertMessages } from '#worker/outbox/queries'

const SHOWN = 50
const A_DAY = { most: 20, windowMs: 24 * 60 * 60 * 1000 }

export const companionGrants = new Hono<HonoEnv>()
  .get(
    '/:slug/companions',
    about('Companions who may or might act for a group', GrantList),
    allow('organization.manage'),
    async (c) => {
      const { db, now } = c.var
      const { organizationId } = groupOf(c)
      const [rows] = await read(db, [queries.listGrants(db, organizationId, SHOWN)])
      return c.json({ items: rows.map((row) => describeGrant(row, now)), next: null })
    },
  )
  .post(
    '/:slug/companions',
    about('Let a companion of a facilitator act for your group', GrantAnswer, 201),
    allow('organization.manage'),
    parseJson(GrantRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const { phone, ...asked } = c.req.valid('json')
      const { organizationId: enterpriseId, name: group } = groupOf(c)
      const [companions, present] = await read(db, [
        queries.findCompanion(db, phone),
        queries.listGrants(db, enterpriseId, SHOWN),
      ])
      const companion = companions[0] ?? null

      const parties = {
        enterpriseId,
        companion: companion && pick(companion),
        grantedBy: signedIn(c.var.actor).id,
        present,
      }
      const zone = c.env.ZONE
      const given = { id: newId(), act: actOf(c), today: dateIn(zone, now), zone }
      const { grant: made, event } = grant(asked, parties, given)

      const { name, facilitator } = found(companion, 'companion')
      const told = grantMessages({ companion: companion!, group, endsOn: made.endsOn })
      await commit(c, [
        countUse(db, { key: `companions:${enterpriseId}`, ...A_DAY }, now),
        queries.insertGrant(db, made),
        recordEvents(db, [event]),
        ...insertMessages(
          db,
          told.map((one) => ({ ...one, id: newId() })),
          now,
        ),
      ])
      return c.json(describeGrant({ ...made, companion: name, facilitator }, now), 201)
    },
  )
  .delete(
    '/:slug/companions/:id',
    about('No longer let her act for your group; at once', GrantAnswer),
    allow('organization.manage'),
    async (c) => {
      const { db, now } = c.var
      const { organizationId } = groupOf(c)
      const [rows] = await read(db, [queries.findGrant(db, c.req.param('id'), organizationId)])
      const row = found(rows[0], 'grant')

      const { grant: ended, event } = revoke(row, actOf(c))

      await commit(c, [queries.changeGrant(db, ended), recordEvents(db, [event])])
      return c.json(describeGrant({ ...row, ...ended }, now))
    },
  )

const pick = ({ personId, facilitatorId }: queries.CompanionRow) => ({ personId, facilitatorId })

/** Groups alone have companions, so only an enterprise of the actor is one here. */
function groupOf(c: Ctx) {
  const name = c.req.param('slug') ?? ''
  const named = ownOrganizations(c).find(
    (one) => one.kind === 'enterprise' && (one.slug === name || one.organizationId === name),
  )
  return found(named, 'group')
}
