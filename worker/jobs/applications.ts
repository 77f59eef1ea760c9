/**
 * Applications whose time is over: silent for sixty days, or approved and not accepted for thirty. Whoever
 * acts in the same moment collides with this by the application's event, so exactly one of the two happens.
 */
import { commit, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { Refusal } from '#worker/kernel/refusal'
import { expire } from '#worker/lending/applying/loan-applications/loan-application'
import { applicationMessages } from '#worker/lending/applying/loan-applications/messages'
import {
  changeApplication,
  listOver,
  type ApplicationRow,
} from '#worker/lending/applying/loan-applications/queries'
import { insertMessages } from '#worker/outbox/queries'

const AT_ONCE = 25

export async function expireApplications(tick: Tick): Promise<number> {
  const [rows] = await read(tick.db, [listOver(tick.db, tick.now, AT_ONCE)])
  if (rows.length === 0) return 0
  if (await expired(tick, rows)) return rows.length
  let done = 0
  for (const row of rows) done += (await expired(tick, [row])) ? 1 : 0
  return done
}

/** Whether they ended; not when something else happened to one of them first. */
async function expired({ env, db, now, act, newId }: Tick, rows: readonly ApplicationRow[]) {
  const over = rows.map((row) => ({ ...expire(row, now), expiresAt: null }))
  const told = rows.flatMap((row) => applicationMessages('expired', row, siteFrom(env)))
  const events = over.map((one) => ({
    ...{ ...act, subject: one.id, seq: one.version, type: 'expired' },
  }))
  try {
    await commit(db, [
      ...over.map((one) => changeApplication(db, one)),
      recordEvents(db, events),
      ...insertMessages(
        db,
        told.map((one) => ({ id: newId(), ...one })),
        now,
      ),
    ])
    return true
  } catch (reason) {
    if (reason instanceof Refusal && reason.type === 'outdated') return false
    throw reason
  }
}
