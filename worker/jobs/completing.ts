/**
 * Orders whose buyers have said nothing since they were sent or delivered: the clock completes them. A
 * buyer who presses in the same moment collides with this by the order's event, so exactly one of the two
 * happens; the others of the batch are then done one by one, and one that fails holds up nobody else.
 */
import { commit, read } from '#db/client'
import { log } from '#worker/http/log'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { completionDaysFrom } from '#worker/market/orders/completion-days'
import {
  factsOf,
  findOrders,
  idsToComplete,
  knownFrom,
  recordSteps,
} from '#worker/market/orders/queries'
import { completing, type Step } from '#worker/market/orders/steps'

const AT_ONCE = 25

export async function completeOrders(tick: Tick): Promise<number> {
  const { env, db, now } = tick
  const rows = await read(db, findOrders(db, idsToComplete(now, AT_ONCE)))
  const given = {
    site: siteFrom(env),
    book: rows[5][0]?.book ?? '',
    at: now,
    on: dateIn(env.ZONE, now),
    days: completionDaysFrom(env),
  }
  const steps = knownFrom(rows).map((known) => completing(factsOf(known, given), 'clock'))
  if (steps.length === 0) return 0
  if (await taken(tick, steps)) return steps.length
  let done = 0
  for (const step of steps) done += (await taken(tick, [step])) ? 1 : 0
  return done
}

/** Whether these orders were completed; not when something else happened to one of them first. */
async function taken({ db, act, newId }: Tick, steps: readonly Step[]): Promise<boolean> {
  try {
    await commit(db, recordSteps(db, steps, { act, newId }))
    return true
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    const orders = steps.map((step) => step.order.id)
    if (reason.type !== 'outdated')
      log('error', { job: 'complete-orders', orders, error: reason.type })
    return false
  }
}
