/** When a shop takes orders, as its people decide. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { describeEnterprise, OwnEnterprise } from '#worker/market/offering/enterprises/answers'
import { setHours } from '#worker/market/offering/enterprises/enterprise'
import { enterpriseOf, findOwnEnterprise } from '#worker/market/offering/enterprises/queries'
import { deleteRest } from '#worker/market/offering/rests/queries'
import { changeHours, turnProductsOf } from '#worker/market/offering/windows/queries'
import { WindowRequest } from '#worker/market/offering/windows/requests'

export const hours = new Hono<HonoEnv>().put(
  '/:slug/hours',
  about(
    'Say from when to when a shop takes orders; a rest that was set before is over by it',
    OwnEnterprise,
  ),
  allow('enterprise.edit'),
  parseJson(WindowRequest),
  async (c) => {
    const { db, scope, now } = c.var
    const [rows] = await read(db, [findOwnEnterprise(db, c.req.param('slug'), scope)])
    const before = enterpriseOf(found(rows[0], 'enterprise'))
    const window = c.req.valid('json')

    const enterprise = setHours(before, window)

    const { id, version } = enterprise
    await commit(c, [
      ...changeHours(db, { id, version, ...window }),
      deleteRest(db, id),
      turnProductsOf(db, id, now),
      recordEvents(db, [
        { ...actOf(c), subject: id, seq: version, type: 'hours-set', data: { ...window } },
      ]),
    ])
    return c.json(describeEnterprise(enterprise))
  },
)
