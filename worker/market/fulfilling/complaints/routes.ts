/** Complaints: opened by the buyer, talked about by both, decided by the operator when she is asked. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import * as answers from '#worker/market/fulfilling/complaints/answers'
import * as complaining from '#worker/market/fulfilling/complaints/complaining'
import { listQueue } from '#worker/market/fulfilling/complaints/queries'
import * as requests from '#worker/market/fulfilling/complaints/requests'
import {
  buyersOrder,
  namedOrder,
  OPERATOR,
  SELLER,
  sellersOrder,
  shownOrder,
  sideOf,
  taken,
} from '#worker/market/fulfilling/order-steps/routes'
import { OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import { ShownQuery } from '#worker/market/fulfilling/orders/requests'

const numbered = (c: { req: { param: (name: 'n') => string } }) => Number(c.req.param('n'))

export const complaintsOfOrders = new Hono<HonoEnv>()
  .post(
    '/:order/complaints',
    about('Say that something is wrong with an order', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    parseJson(requests.ComplaintRequest),
    async (c) => {
      const { known, facts, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      const step = complaining.opening(facts, c.req.valid('json'))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/complaints/:n/messages',
    about('Write to the other side; the seller’s first word is her answer', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    parseJson(requests.MessageRequest),
    async (c) => {
      const { known, facts, viewer } = await shownOrder(c, c.req.valid('query').phone)
      const author =
        viewer.operator && !viewer.buyer && !viewer.seller ? 'operator' : sideOf(viewer)
      const step = complaining.saying(facts, numbered(c), author, c.req.valid('json').body)
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/complaints/:n/mediation',
    about('Ask the operator to decide', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { known, facts, viewer } = await shownOrder(c, c.req.valid('query').phone)
      const step = complaining.askingOperator(facts, numbered(c), sideOf(viewer))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/complaints/:n/withdrawal',
    about('The buyer lays it down', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { known, facts, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      const step = complaining.withdrawing(facts, numbered(c))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/complaints/:n/refund',
    about('The seller gives in: whole, these pieces, or an amount', OrderAnswer, 201),
    allow('order.refund'),
    once(),
    parseJson(requests.ConcessionRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = complaining.conceding(facts, numbered(c), c.req.valid('json'))
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/complaints/:n/replacement',
    about('The replacement that the operator decided on has left', OrderAnswer, 201),
    allow('order.fulfil'),
    once(),
    parseJson(requests.ReplacementRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = complaining.replacing(facts, numbered(c), c.req.valid('json'))
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/complaints/:n/decision',
    about('Decide with reasons: money back, a replacement, or nothing', OrderAnswer, 201),
    allow('complaint.decide'),
    once(),
    parseJson(requests.DecisionRequest),
    async (c) => {
      const { known, facts } = await namedOrder(c)
      const step = complaining.deciding(facts, numbered(c), c.req.valid('json'))
      return c.json(await taken(c, known, step, OPERATOR), 201)
    },
  )

export const complaints = new Hono<HonoEnv>().get(
  '/',
  about('Complaints that wait for the operator, the oldest first', answers.ComplaintPage),
  allow('payment.read'),
  parseQuery(requests.ComplaintsQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const [rows] = await read(c.var.db, [listQueue(c.var.db, { after, limit: limit + 1 })])

    const page = paged(rows, limit, (row) => [row.askedAt, row.id])
    return c.json({ items: page.rows.map(answers.describeQueued), next: page.next })
  },
)
