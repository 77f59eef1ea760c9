/** Returns, in the order in which they go: asked, answered, sent back, received, refunded. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { parseJson, parseQuery } from '#worker/http/parse'
import {
  buyersOrder,
  SELLER,
  sellersOrder,
  taken,
} from '#worker/market/fulfilling/order-steps/routes'
import { OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import { ShownQuery } from '#worker/market/fulfilling/orders/requests'
import * as requests from '#worker/market/fulfilling/returns/requests'
import * as returning from '#worker/market/fulfilling/returns/returning'

export const returns = new Hono<HonoEnv>()
  .post(
    '/:order/returns',
    about('Ask to send pieces back', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    parseJson(requests.ReturnRequest),
    async (c) => {
      const { known, facts, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      const step = returning.asking(facts, c.req.valid('json'))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/returns/:n/answer',
    about('Accept a return, or refuse it with a reason', OrderAnswer, 201),
    allow('order.refund'),
    parseJson(requests.ReturnAnswerRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = returning.answering(facts, Number(c.req.param('n')), c.req.valid('json'))
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/returns/:n/sending',
    about('The buyer has sent it back', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    parseJson(requests.SendingRequest),
    async (c) => {
      const { known, facts, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      const step = returning.sendingBack(facts, Number(c.req.param('n')), c.req.valid('json'))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/returns/:n/withdrawal',
    about('The buyer keeps it after all', OrderAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { known, facts, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      const step = returning.withdrawing(facts, Number(c.req.param('n')))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/returns/:n/receipt',
    about('The seller has it back, and on the shelf again if it is as it was', OrderAnswer, 201),
    allow('order.fulfil'),
    once(),
    parseJson(requests.ReceiptRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const { restock } = c.req.valid('json')
      const step = returning.receiving(facts, Number(c.req.param('n')), restock)
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/returns/:n/refund',
    about('Give the money of a received return back', OrderAnswer, 201),
    allow('order.refund'),
    once(),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = returning.repaying(facts, Number(c.req.param('n')))
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
