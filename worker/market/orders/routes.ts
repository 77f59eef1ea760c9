/**
 * Orders: seen by buyer, seller and operator alike; moved on by the seller step by step; completed by the
 * buyer. Every step is one read, one decision of `steps`, one batch.
 */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf, CURRENT } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { findGuesses, refuseExhausted, refuseGuess } from '#worker/http/guesses'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { organizationsWith } from '#worker/identity/actor'
import { phoneFrom } from '#worker/identity/phone'
import { dateIn, type Instant } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { describeOrder, isRefunded, OrderAnswer, type Known } from '#worker/market/orders/answers'
import { completionDaysFrom } from '#worker/market/orders/completion-days'
import type { Viewer } from '#worker/market/orders/deeds'
import { isOpenToGuests } from '#worker/market/orders/order'
import {
  factsOf,
  findOrders,
  idOfOrder,
  knownFrom,
  recordSteps,
  type OrderRows,
} from '#worker/market/orders/queries'
import * as requests from '#worker/market/orders/requests'
import * as steps from '#worker/market/orders/steps'
import type { Facts, Step } from '#worker/market/orders/steps'
import { mayRead } from '#worker/market/purchases/purchase'

export const orders = new Hono<HonoEnv>()
  .get(
    '/:order',
    about('An order, for its buyer, its seller and the operator', OrderAnswer),
    allow('public'),
    parseQuery(requests.ShownQuery),
    async (c) => {
      const { known, viewer } = await shownOrder(c, c.req.valid('query').phone)
      return c.json(describeOrder(known, viewer))
    },
  )
  .post(
    '/:order/confirmation',
    about('Take on a paid order', OrderAnswer, 201),
    allow('order.fulfil'),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = steps.confirming(facts)
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/packing',
    about('It is packed, or ready at the pick-up place', OrderAnswer, 201),
    allow('order.fulfil'),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = steps.packing(facts)
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/shipment',
    about('It has been handed to a courier', OrderAnswer, 201),
    allow('order.fulfil'),
    parseJson(requests.ShipmentRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = steps.shipping(facts, c.req.valid('json'))
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/delivery',
    about('It has arrived, or was handed over at the pick-up place', OrderAnswer, 201),
    allow('order.fulfil'),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = steps.delivering(facts)
      return c.json(await taken(c, known, step, SELLER), 201)
    },
  )
  .post(
    '/:order/cancellation',
    about('Cancel a paid order before it is sent; the buyer is owed her money', OrderAnswer, 201),
    allow('order.fulfil'),
    once(),
    parseJson(requests.CancellationRequest),
    async (c) => {
      const { known, facts } = await sellersOrder(c)
      const step = steps.cancelling(facts, c.req.valid('json').reason)
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
      const { known, facts, viewer } = await shownOrder(c, c.req.valid('query').phone)
      found(viewer.buyer ? known : null, 'order')
      const step = steps.completing(facts, 'buyer')
      return c.json(await taken(c, known, step, viewer), 201)
    },
  )
  .post(
    '/:order/refund',
    about('The money of a cancelled order has been transferred back', OrderAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.RefundRequest),
    async (c) => {
      const { known, facts } = await namedOrder(c)
      const step = steps.refunding(facts, c.req.valid('json'), isRefunded(known.events))
      return c.json(await taken(c, known, step, OPERATOR), 201)
    },
  )

const SELLER: Viewer = { buyer: false, seller: true, operator: false }
const OPERATOR: Viewer = { buyer: false, seller: false, operator: true }

type Found = { known: Known; facts: Facts }

/** The order of the address, within the enterprises where the actor fulfils orders. */
const sellersOrder = (c: Ctx) => namedOrder(c, c.var.scope)

async function namedOrder(c: Ctx, within?: readonly string[]): Promise<Found> {
  const ids = idOfOrder(c.req.param('order') ?? '', within)
  const [kept, ...rows] = await read(c.var.db, [findAnswered(c), ...findOrders(c.var.db, ids)])
  replayAnswered(c, kept)
  return foundIn(c, rows)
}

/** The order of the address for whoever may see it: who else asks is told that there is none. */
async function shownOrder(c: Ctx, phone: string | undefined): Promise<Found & { viewer: Viewer }> {
  const name = (c.req.param('order') ?? '').toUpperCase()
  const [kept, guesses, ...rows] = await read(c.var.db, [
    findAnswered(c),
    findGuesses(c, name),
    ...findOrders(c.var.db, idOfOrder(c.req.param('order') ?? '')),
  ])
  const seen = foundIn(c, rows)
  const viewer = await viewerOf(c, seen.known)
  if (viewer.buyer || (phone === undefined && (viewer.seller || viewer.operator))) {
    replayAnswered(c, kept)
    return { ...seen, viewer }
  }
  if (phone !== undefined) refuseExhausted(guesses)
  if (!provesBuyer(seen.known, phone, c.var.now)) {
    return refuseGuess(c, phone === undefined ? null : name, 'order')
  }
  replayAnswered(c, kept)
  return { ...seen, viewer: { ...viewer, buyer: true } }
}

function foundIn(c: Ctx, rows: OrderRows): Found {
  const { now } = c.var
  const known = found(knownFrom(rows)[0], 'order')
  const surroundings = {
    site: siteOf(c),
    book: found(rows[5][0], 'book').book,
    at: now,
    on: dateIn(c.env.ZONE, now),
    days: completionDaysFrom(c.env),
  }
  return { known, facts: factsOf(known, surroundings) }
}

/** The number she ordered with, while guests may still look. */
function provesBuyer({ order, purchase }: Known, phone: string | undefined, now: Instant): boolean {
  const number = phone === undefined ? null : phoneFrom(phone)
  return number !== null && number === purchase.buyerPhone && isOpenToGuests(order, now)
}

async function viewerOf(c: Ctx, { order, purchase }: Known): Promise<Viewer> {
  const { actor } = c.var
  const { hash: cartHash } = await cartRefOf(c, CURRENT)
  const personId = actor.kind === 'person' ? actor.id : null
  return {
    buyer: mayRead(purchase, { personId, cartHash, phone: null }),
    seller: organizationsWith(actor, 'order.fulfil').includes(order.enterpriseId),
    operator: organizationsWith(actor, 'payment.read').length > 0,
  }
}

/** Commits a step and answers with the order as it is now. */
async function taken(c: Ctx, known: Known, step: Step, viewer: Viewer) {
  const { db, now, newId } = c.var
  const events = [...known.events, { ...step.event, at: now, data: step.event.data ?? {} }]
  const body = describeOrder({ ...known, order: step.order, events }, viewer)
  await commit(c, recordSteps(db, [step], { act: actOf(c), newId }), body)
  return body
}
