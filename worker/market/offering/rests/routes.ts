/** Days on which a shop rests: set, taken back, and over by themselves. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { parseJson } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { findOwnEnterprise } from '#worker/market/offering/enterprises/queries'
import { describeRest, RestAnswer } from '#worker/market/offering/rests/answers'
import * as queries from '#worker/market/offering/rests/queries'
import { RestRequest } from '#worker/market/offering/rests/requests'
import { planRest } from '#worker/market/offering/rests/rest'
import { changeHours, turnProductsOf } from '#worker/market/offering/windows/queries'
import { ALWAYS, type Window } from '#worker/market/offering/windows/window'

export const restsOfEnterprises = new Hono<HonoEnv>()
  .get(
    '/:slug/rest',
    about('The days on which an enterprise of yours rests', RestAnswer),
    allow('product.manage'),
    async (c) => {
      const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
      const [rows] = await read(c.var.db, [queries.findRest(c.var.db, organizationId)])
      return c.json(describeRest(rows[0] ?? null, today(c)))
    },
  )
  .put(
    '/:slug/rest',
    about('Take no orders for some days, or until you say otherwise', RestAnswer),
    allow('enterprise.edit'),
    parseJson(RestRequest),
    async (c) => {
      const enterprise = await ownEnterprise(c)
      const { rest, window } = planRest(c.req.valid('json'), today(c), c.env.ZONE)

      const { db } = c.var
      const opened = opening(c, enterprise, window, { type: 'rest-set', data: rest })
      await commit(c, [queries.insertRest(db, enterprise.id, rest), ...opened])
      return c.json(describeRest(rest, today(c)))
    },
  )
  .delete(
    '/:slug/rest',
    about('Take orders again', RestAnswer),
    allow('enterprise.edit'),
    async (c) => {
      const enterprise = await ownEnterprise(c)
      const opened = opening(c, enterprise, ALWAYS, { type: 'rest-ended', data: {} })
      await commit(c, [queries.deleteRest(c.var.db, enterprise.id), ...opened])
      return c.json(describeRest(null, today(c)))
    },
  )

const today = (c: Ctx) => dateIn(c.env.ZONE, c.var.now)

async function ownEnterprise(c: Ctx): Promise<{ id: string; version: number }> {
  const { db, scope } = c.var
  const [rows] = await read(db, [findOwnEnterprise(db, c.req.param('slug') ?? '', scope)])
  return found(rows[0], 'enterprise')
}

type Event = { type: string; data: Readonly<Record<string, unknown>> }

function opening(c: Ctx, before: { id: string; version: number }, window: Window, event: Event) {
  const { db, now } = c.var
  const version = before.version + 1
  return [
    ...changeHours(db, { id: before.id, version, ...window }),
    turnProductsOf(db, before.id, now),
    recordEvents(db, [{ ...actOf(c), ...event, subject: before.id, seq: version }]),
  ]
}
