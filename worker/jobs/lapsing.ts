/**
 * Quotes whose last day is over lapse, and with them a purchase order that still waited for approval. Whoever
 * accepts or approves in the same moment collides with this by the quotation's event; the others of the
 * batch are then done one by one.
 */
import { sql } from 'drizzle-orm'
import { commit, read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { idsToLapse } from '#worker/market/procuring/asking/queries'
import type { KnownQuotation } from '#worker/market/procuring/quotations/answers'
import { lapsedMessage } from '#worker/market/procuring/quotations/messages'
import { lapse } from '#worker/market/procuring/quotations/quotation'
import * as queries from '#worker/market/procuring/quotations/queries'
import { insertMessages } from '#worker/outbox/queries'

const AT_ONCE = 25

export async function lapseQuotations(tick: Tick): Promise<number> {
  const { db, env, now } = tick
  const ids = idsToLapse(dateIn(env.ZONE, now), AT_ONCE)
  const rows = await read(db, queries.findQuotations(db, ids))
  const over = queries.quotationsFrom(rows)
  if (over.length === 0) return 0
  if (await lapsed(tick, over)) return over.length
  let done = 0
  for (const one of over) done += (await lapsed(tick, [one])) ? 1 : 0
  return done
}

/** Whether they lapsed; not when something else happened to one of them first. */
async function lapsed(tick: Tick, over: readonly KnownQuotation[]): Promise<boolean> {
  const { db, now, newId } = tick
  try {
    const messages = over.map(({ quotation, company, seller }) => {
      const told = { company, seller, site: siteFrom(tick.env) }
      return { ...lapsedMessage(told, quotation), id: newId() }
    })
    const statements = over.flatMap((one) => statementsOf(tick, one))
    await commit(db, [...statements, ...insertMessages(db, messages, now)])
    return true
  } catch (reason) {
    if (reason instanceof Refusal && reason.type === 'outdated') return false
    throw reason
  }
}

function statementsOf({ db, act, now }: Tick, known: KnownQuotation): Statement[] {
  const quotation = lapse(known.quotation)
  const { purchaseOrder } = known
  const event = { ...act, subject: quotation.id, seq: quotation.version, type: 'expired' }
  const changed = [recordEvents(db, [event]), queries.changeQuotation(db, quotation)]
  if (purchaseOrder?.status !== 'awaiting') return changed
  const { id, version } = purchaseOrder
  const refused = { ...act, subject: id, seq: version + 1, type: 'refused' }
  return [
    ...changed,
    recordEvents(db, [{ ...refused, data: { reason: 'Masa berlaku penawaran lewat.' } }]),
    db.run(sql`
      UPDATE purchase_orders SET status = 'refused', ended_at = CAST(${now} AS INTEGER),
        reason = 'Masa berlaku penawaran lewat.', version = CAST(${version + 1} AS INTEGER)
      WHERE id = ${id}`),
  ]
}
