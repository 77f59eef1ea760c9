/**
 * Orders: seen by buyer, seller and operator alike; moved on by the seller step by step; completed by the
 * buyer. What may go wrong on the way has its own nouns.
 */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { parseJson, parseQuery } from '#worker/http/parse'
import { cancelling } from '#worker/market/fulfilling/cancellations/cancelling'
import {
  buyersOrder,
  SELLER,
  sellersOrder,
  shownOrder,
  taken,
} from '#worker/market/fulfilling/order-steps/routes'
import { describeOrder, OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import * as requests from '#worker/market/fulfilling/orders/requests'
import { completing, confirming, packing } from '#worker/market/fulfilling/orders/steps'
import { delivering, shipping } from '#worker/market/fulfilling/shipments/sending'

export const orders = new Hono<HonoEnv>()
  .get(
    '/:order',
    about('An order, for its buyer, its seller and the operator', OrderAnswer),
    allow('public'),
    parseQuery(requests.ShownQuery),
    async (c) => {
      const { known, viewer } = await shownOrder(c, c.req.valid('query').phone)
      return c.json(describeOrder(known, viewer, c.var.now))
    },
  )
  .post(
    '/:order/confirmation',
    about('Take on an order', OrderAnswer, 201),
    allow('order.fulfil'),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      return c.json(await taken(c, known, confirming(facts), SELLER), 201)
    },
  )
  .post(
    '/:order/packing',
    about('It is packed, or ready at the pick-up place', OrderAnswer, 201),
    allow('order.fulfil'),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      return c.json(await taken(c, known, packing(facts), SELLER), 201)
    },
  )
  .post(
    '/:order/shipment',
    about(
      'A parcel has been handed to a courier, with all that is left or with these lines',
      OrderAnswer,
      201,
    ),
    allow('order.fulfil'),
    once(),
    parseJson(requests.ShipmentRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      return c.json(await taken(c, known, shipping(facts, c.req.valid('json')), SELLER), 201)
    },
  )
  .post(
    '/:order/delivery',
    about('All of it has arrived, or was handed over at the pick-up place', OrderAnswer, 201),
    allow('order.fulfil'),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      return c.json(await taken(c, known, delivering(facts), SELLER), 201)
    },
  )
  .post(
    '/:order/cancellation',
    about('Cancel an order before it is sent; the buyer is owed her money', OrderAnswer, 201),
    allow('order.refund'),
    once(),
    parseJson(requests.CancellationRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = cancelling(facts, c.req.valid('json').reason)
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/completion',
    about('The buyer has received it; what was held becomes the seller’s', OrderAnswer, 201),
    allow('public'),
    once(),
    parseQuery(requests.ShownQuery),
    async (c) => {
      const { known, facts, viewer } = await buyersOrder(c, c.req.valid('query').phone)
      return c.json(await taken(c, known, completing(facts, 'buyer'), viewer), 201)
    },
  )
