/**
 * Each night after two o'clock the books are audited. What is broken is logged by the names of the
 * invariants and counts alone; the operator reads the rest on her page. Two that begin at once collide by
 * the event that each would record, and the second leaves it at that.
 */
import { commit, read } from '#db/client'
import { auditedEvent, auditedFrom } from '#worker/audit/audits/audited'
import { listAudits } from '#worker/audit/audits/queries'
import { audit, INVARIANTS } from '#worker/audit/queries'
import { recordEvents } from '#worker/history/queries'
import { log } from '#worker/http/log'
import type { Tick } from '#worker/jobs/tick'
import { dateIn, instant, startOfDay } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'

const HOUR = 60 * 60 * 1000
/** A look every quarter of an hour finds the night soon enough. */
const LOOKS_EVERY = 15

export async function auditNightly({ env, db, now, act }: Tick): Promise<number> {
  if (Math.floor(now / 60_000) % LOOKS_EVERY !== 0) return 0
  const night = instant(startOfDay(dateIn(env.ZONE, now), env.ZONE) + 2 * HOUR)
  const [last] = await read(db, [listAudits(db, { limit: 1 })])
  const before = last[0] ? auditedFrom(last[0]) : null
  if (now < night || (before && before.at >= night)) return 0

  const violations = await audit(db)
  const seq = (before?.seq ?? 0) + 1
  const event = auditedEvent(violations, { tried: INVARIANTS.length, seq, act })
  try {
    await commit(db, [recordEvents(db, [event])])
  } catch (reason) {
    if (reason instanceof Refusal && reason.type === 'outdated') return 0
    throw reason
  }
  const { requestId } = act
  log(violations.length === 0 ? 'info' : 'error', { requestId, job: 'audit', ...event.data })
  return 1
}
