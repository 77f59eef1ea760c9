/** Cancelling as the buyer asks for it, and the seller's answer. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { parseJson, parseQuery } from '#worker/http/parse'
import {
  answering,
  askedReason,
  requesting,
} from '#worker/market/fulfilling/cancellations/cancelling'
import { CancellationAnswerRequest } from '#worker/market/fulfilling/cancellations/requests'
import {
  buyersOrder,
  SELLER,
  sellersOrder,
  taken,
} from '#worker/market/fulfilling/order-steps/routes'
import { isRefusedBefore, OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import { CancellationRequest, ShownQuery } from '#worker/market/fulfilling/orders/requests'

export const cancellations = new Hono<HonoEnv>()
  .post(
    '/:order/cancellation-request',
    about(
      'The buyer wants to cancel: done at once when it is unpaid or late, else the seller answers',
      OrderAnswer,
      201,
    ),
    allow('public'),
    once(),
    parseQuery(ShownQuery),
    parseJson(CancellationRequest),
    async (c) => {
      const { known, facts, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      const { reason } = c.req.valid('json')
      const step = requesting(facts, reason, isRefusedBefore(known.events))
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/cancellation-answer',
    about('Grant what the buyer asked, or say why not', OrderAnswer, 201),
    allow('order.refund'),
    once(),
    parseJson(CancellationAnswerRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = answering(facts, c.req.valid('json'), askedReason(known.events))
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
