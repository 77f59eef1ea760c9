/**
 * Purchases whose time to pay is over: they and their orders expire, and what they held is given back, once.
 * A payment that is matched in the same moment collides with this by the purchase's event, so exactly one
 * of the two happens; the others of the batch are then done one by one.
 */
import { commit, read } from '#db/client'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { Refusal } from '#worker/kernel/refusal'
import { expiredMessage } from '#worker/market/buying/purchases/messages'
import { lapse, type Lapsed } from '#worker/market/buying/purchases/purchase'
import {
  idsOverdue,
  listLinesOf,
  listOrdersOf,
  listPurchases,
  purchaseFrom,
  recordLapses,
} from '#worker/market/buying/purchases/queries'
import { insertMessages } from '#worker/outbox/queries'

const AT_ONCE = 25

export async function expirePurchases(tick: Tick): Promise<number> {
  const { db, now } = tick
  const ids = idsOverdue(now, AT_ONCE)
  const [rows, orders, lines] = await read(db, [
    listPurchases(db, ids),
    listOrdersOf(db, ids),
    listLinesOf(db, ids),
  ])
  const lapses = rows.map((row) =>
    lapse('expired', {
      purchase: purchaseFrom(row),
      orders: orders.filter((order) => order.purchaseId === row.id),
      held: lines,
    }),
  )
  if (lapses.length === 0) return 0
  if (await expired(tick, lapses)) return lapses.length
  let done = 0
  for (const one of lapses) done += (await expired(tick, [one])) ? 1 : 0
  return done
}

/** Whether they expired; not when something else happened to one of them first. */
async function expired({ env, db, now, act, newId }: Tick, lapses: readonly Lapsed[]) {
  const site = siteFrom(env)
  const messages = lapses.map((one) => ({ ...expiredMessage(one.purchase, site), id: newId() }))
  try {
    await commit(db, [...recordLapses(db, lapses, act), ...insertMessages(db, messages, now)])
    return true
  } catch (reason) {
    if (reason instanceof Refusal && reason.type === 'outdated') return false
    throw reason
  }
}
