/**
 * How the clock takes steps of orders: those whose time has come are read in one trip and written in one
 * batch. Whoever acts in the same moment collides with this by the order's event, so exactly one of the two
 * happens; the others of the batch are then done one by one, and one that fails holds up nobody else.
 */
import type { SQL } from 'drizzle-orm'
import { commit, read } from '#db/client'
import { log } from '#worker/http/log'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { recordSteps } from '#worker/market/fulfilling/order-steps/queries'
import type { Known } from '#worker/market/fulfilling/orders/answers'
import { completionDaysFrom } from '#worker/market/fulfilling/orders/completion-days'
import { factsOf, findOrders, knownFrom } from '#worker/market/fulfilling/orders/queries'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'

export const AT_ONCE = 25

type Decide = (facts: Facts, known: Known) => Step

/** Takes one step with each of these orders; how many were taken. */
export async function stepWith(tick: Tick, ids: SQL, decide: Decide): Promise<number> {
  const { env, db, now, newId } = tick
  const rows = await read(db, findOrders(db, ids))
  const given = {
    site: siteFrom(env),
    book: rows[5][0]?.book ?? '',
    at: now,
    on: dateIn(env.ZONE, now),
    days: completionDaysFrom(env),
    newId,
  }
  const steps = knownFrom(rows).flatMap((known) => decided(known, factsOf(known, given), decide))
  if (steps.length === 0) return 0
  if (!sharePurse(steps) && (await taken(tick, steps))) return steps.length
  let done = 0
  for (const step of steps) done += (await taken(tick, [step])) ? 1 : 0
  return done
}

/** An order that cannot take its step is told of and left alone. */
function decided(known: Known, facts: Facts, decide: Decide): Step[] {
  try {
    return [decide(facts, known)]
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    log('error', { order: known.order.id, error: reason.type, detail: reason.detail })
    return []
  }
}

/** Two that take from what one seller is owed were each decided as if she were owed all of it. */
function sharePurse(steps: readonly Step[]): boolean {
  const sellers = steps
    .filter(({ order, posting }) => posting && order.completedAt !== null && order.refunded > 0)
    .map((step) => step.order.enterpriseId)
  return new Set(sellers).size < sellers.length
}

/** Whether these steps were taken; not when something else happened to one of the orders first. */
async function taken({ db, act, newId }: Tick, steps: readonly Step[]): Promise<boolean> {
  try {
    await commit(db, recordSteps(db, steps, { act, newId }))
    return true
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    const orders = steps.map((step) => step.order.id)
    if (reason.type !== 'outdated') log('error', { job: act.actorId, orders, error: reason.type })
    return false
  }
}
