/** Refunds: pieces that are given up, where the money shall go, and that it has gone. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { recordSteps } from '#worker/market/fulfilling/order-steps/queries'
import {
  buyersOrder,
  orderWhere,
  SELLER,
  sellersOrder,
  taken,
  type Found,
} from '#worker/market/fulfilling/order-steps/routes'
import { describeOrder, OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import { ShownQuery } from '#worker/market/fulfilling/orders/requests'
import * as answers from '#worker/market/fulfilling/refunds/answers'
import { givingUp } from '#worker/market/fulfilling/refunds/giving-up'
import * as queries from '#worker/market/fulfilling/refunds/queries'
import type { Sent } from '#worker/market/fulfilling/refunds/refund'
import * as requests from '#worker/market/fulfilling/refunds/requests'
import { recordingSent } from '#worker/market/fulfilling/refunds/sending'

export const refunds = new Hono<HonoEnv>()
  .get(
    '/due',
    about('Buyers to whom the operator owes money, and where they want it', answers.DueRefundPage),
    allow('payment.read'),
    parseQuery(requests.RefundsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const [rows] = await read(c.var.db, [
        queries.listDueRefunds(c.var.db, { after: after?.[0], limit: limit + 1 }),
      ])

      const page = paged(rows, limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describeDueRefund), next: page.next })
    },
  )
  .post(
    '/:id/transfer',
    about('A refund has been transferred to the buyer', answers.SentRefundAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.TransferRequest),
    async (c) => {
      const id = c.req.param('id')
      const order = await orderWhere(c, queries.idOfRefunded(id))
      const body = await recorded(c, order, { id, sent: c.req.valid('json'), payer: 'network' })
      return c.json(body, 201)
    },
  )

type Recording = { id: string; sent: Sent; payer: 'network' | 'seller' }

/** Records it and forgets the account in one batch. */
async function recorded(c: Ctx, { known, facts }: Found, { id, sent, payer }: Recording) {
  const { db, newId } = c.var
  const step = recordingSent(facts, id, sent, payer)
  const refund = found(step.papers?.refunds?.[0], 'refund')
  const body = answers.describeSent(refund)
  const statements = recordSteps(db, [step], { act: actOf(c), newId })
  await commit(c, [...statements, queries.forgetAccount(db, known.order.id)], body)
  return body
}

/** Mounted with the orders. */
export const refundsOfOrders = new Hono<HonoEnv>()
  .post(
    '/:order/refunds',
    about('Give up pieces that cannot be sent; their money goes back', OrderAnswer, 201),
    allow('order.refund'),
    once(),
    parseJson(requests.GivingUpRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = givingUp(facts, c.req.valid('json'))
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/refunds/:id/transfer',
    about('The seller has given back what was paid at the door', answers.SentRefundAnswer, 201),
    allow('order.refund'),
    once(),
    parseJson(requests.TransferRequest),
    async (c) => {
      const order = await sellersOrder(c)
      const { id } = c.req.param()
      const body = await recorded(c, order, { id, sent: c.req.valid('json'), payer: 'seller' })
      return c.json(body, 201)
    },
  )
  .put(
    '/:order/refund-account',
    about('Where the buyer wants her money; kept until it was sent', OrderAnswer),
    allow('public'),
    parseQuery(ShownQuery),
    parseJson(requests.RefundAccountRequest),
    async (c) => {
      const { db, now } = c.var
      const { known, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      const account = c.req.valid('json')
      const { order, papers } = known
      const isDue = papers.refunds.some((one) => one.status === 'due' && one.payer === 'network')
      refuseUnless(isDue, 'illegal-transition', 'Nothing is due to you for this order.')
      await commit(c, [queries.keepAccount(db, order.id, account, now)])
      return c.json(describeOrder({ ...known, refundAccount: account }, viewer, now))
    },
  )
