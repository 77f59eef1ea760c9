/** Parcels that are on their way, and the labels of those that are to be packed. */
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { ownOrganization, within } from '#worker/http/own'
import { parseJson, parseQuery } from '#worker/http/parse'
import {
  asSeller,
  SELLER,
  sellersOrder,
  shownOrder,
  sideOf,
  taken,
} from '#worker/market/fulfilling/order-steps/routes'
import { describeOrder, OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import { findOrders, knownFrom } from '#worker/market/fulfilling/orders/queries'
import { ShownQuery } from '#worker/market/fulfilling/orders/requests'
import { CorrectionRequest, LabelsQuery } from '#worker/market/fulfilling/shipments/requests'
import { correcting, delivering } from '#worker/market/fulfilling/shipments/sending'

export const shipments = new Hono<HonoEnv>()
  .patch(
    '/:order/shipments/:n',
    about('Correct courier or tracking number of a parcel', OrderAnswer),
    allow('order.fulfil'),
    parseJson(CorrectionRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = correcting(facts, Number(c.req.param('n')), c.req.valid('json'))
      return c.json(await taken(c, known, step, SELLER))
    },
  )
  .post(
    '/:order/shipments/:n/delivery',
    about('A parcel has arrived, as its buyer or its seller says', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { known, facts, viewer } = await shownOrder(c, c.req.valid('query').phone)
      const step = delivering(facts, sideOf(viewer), Number(c.req.param('n')))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )

/** Mounted with the enterprises: what is printed for several orders at once. */
export const labelSheets = new Hono<HonoEnv>().get(
  '/:slug/label-sheets',
  about(
    'Orders to print labels and packing lists for',
    v.strictObject({ items: v.array(OrderAnswer) }),
  ),
  allow('order.fulfil'),
  within('enterprise'),
  parseQuery(LabelsQuery),
  async (c) => {
    const { db, now } = c.var
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const asked = c.req.valid('query').orders
    const ids = sql`(SELECT id FROM orders WHERE enterprise_id = ${organizationId}
      AND id IN (SELECT value FROM json_each(${JSON.stringify(asked)})))`
    const known = knownFrom(await read(db, findOrders(db, ids)))
    const inOrder = known.toSorted((a, b) => asked.indexOf(a.order.id) - asked.indexOf(b.order.id))
    const items = inOrder.map((one) => {
      return describeOrder(one, asSeller(c, one.order, SELLER), now)
    })
    return c.json({ items })
  },
)
