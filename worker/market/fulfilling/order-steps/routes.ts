/**
 * What all routes of an order share: finding it for whoever may see it, what a step is decided from, and
 * committing the step. Every step is one read, one decision, one batch.
 */
import { read } from '#db/client'
import { actOf } from '#worker/http/act'
import { cartRefOf, CURRENT } from '#worker/http/cart-cookie'
import type { Ctx } from '#worker/http/context'
import { findGuesses, refuseExhausted, refuseGuess } from '#worker/http/guesses'
import { commit, findAnswered, replayAnswered } from '#worker/http/idempotency'
import { siteOf } from '#worker/http/site'
import { organizationsWith } from '#worker/identity/actor'
import { phoneFrom } from '#worker/identity/phone'
import { dateIn, type Instant } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { recordSteps } from '#worker/market/fulfilling/order-steps/queries'
import { describeOrder, type Described, type Known } from '#worker/market/fulfilling/orders/answers'
import { completionDaysFrom } from '#worker/market/fulfilling/orders/completion-days'
import type { Viewer } from '#worker/market/fulfilling/orders/deeds'
import { isOpenToGuests, type Order } from '#worker/market/fulfilling/orders/order'
import { papersAfter } from '#worker/market/fulfilling/orders/papers'
import {
  factsOf,
  findOrders,
  idOfOrder,
  knownFrom,
  type OrderRows,
} from '#worker/market/fulfilling/orders/queries'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { mayRead } from '#worker/market/buying/purchases/purchase'

export const SELLER: Viewer = { buyer: false, seller: true, operator: false, refunds: false }
export const OPERATOR: Viewer = { buyer: false, seller: false, operator: true, refunds: false }

export type Found = { known: Known; facts: Facts }
type Seen = Found & { viewer: Viewer }

const named = (c: Ctx) => c.req.param('order') ?? ''

/** The order of the address, within the enterprises where the actor fulfils orders. */
export const sellersOrder = (c: Ctx): Promise<Found> =>
  orderWhere(c, idOfOrder(named(c), c.var.scope))

/** The order of the address, for the operator. */
export const namedOrder = (c: Ctx): Promise<Found> => orderWhere(c, idOfOrder(named(c)))

export async function orderWhere(c: Ctx, ids: ReturnType<typeof idOfOrder>): Promise<Found> {
  const [kept, ...rows] = await read(c.var.db, [findAnswered(c), ...findOrders(c.var.db, ids)])
  replayAnswered(c, kept)
  return foundIn(c, rows)
}

/** The order of the address for whoever may see it: who else asks is told that there is none. */
export async function shownOrder(c: Ctx, phone: string | undefined): Promise<Seen> {
  const name = named(c).toUpperCase()
  const [kept, guesses, ...rows] = await read(c.var.db, [
    findAnswered(c),
    findGuesses(c, name),
    ...findOrders(c.var.db, idOfOrder(named(c))),
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

/** The same, for what is the buyer's alone to do. */
export async function buyersOrder(c: Ctx, phone: string | undefined): Promise<Seen> {
  const seen = await shownOrder(c, phone)
  found(seen.viewer.buyer ? seen : null, 'order')
  return seen
}

/** The side on which whoever looks stands; the buyer's when she is both. */
export function sideOf({ buyer, seller }: Viewer): 'buyer' | 'seller' {
  return found(buyer ? 'buyer' : seller ? 'seller' : null, 'order')
}

function foundIn(c: Ctx, rows: OrderRows): Found {
  const { now, newId } = c.var
  const known = found(knownFrom(rows)[0], 'order')
  const surroundings = {
    site: siteOf(c),
    book: found(rows[5][0], 'book').book,
    at: now,
    on: dateIn(c.env.ZONE, now),
    days: completionDaysFrom(c.env),
    newId,
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
  return asSeller(c, order, {
    buyer: mayRead(purchase, { personId, cartHash, phone: null }),
    seller: organizationsWith(actor, 'order.fulfil').includes(order.enterpriseId),
    operator: organizationsWith(actor, 'payment.read').length > 0,
    refunds: false,
  })
}

/** The same viewer, with what her role in this enterprise lets her do about money. */
export function asSeller(c: Ctx, { enterpriseId }: Order, viewer: Viewer): Viewer {
  const refunds = organizationsWith(c.var.actor, 'order.refund').includes(enterpriseId)
  return { ...viewer, refunds: viewer.seller && refunds }
}

/** Commits a step and answers with the order as it is now. */
export async function taken(c: Ctx, known: Known, step: Step, viewer: Viewer): Promise<Described> {
  const { db, now, newId } = c.var
  const act = actOf(c)
  const happened = [step.event, ...(step.also ?? [])].map((one) => ({
    ...{ ...one, at: now, actorId: act.actorId },
    data: one.data ?? {},
  }))
  const after = {
    ...known,
    order: step.order,
    papers: papersAfter(known.papers, step.papers),
    events: [...known.events, ...happened],
  }
  const body = describeOrder(after, asSeller(c, known.order, viewer), now)
  await commit(c, recordSteps(db, [step], { act, newId }), body)
  return body
}
