/**
 * Changes of accounts whose day of waiting is over: the enterprise's money goes there from now on. Payouts
 * count the hours themselves, so a late clock pays nobody at an old account; one that was stopped in the
 * same moment collides by its event.
 */
import { commit, read } from '#db/client'
import { log } from '#worker/http/log'
import type { Job } from '#worker/jobs/tick'
import { Refusal } from '#worker/kernel/refusal'
import { endWaiting } from '#worker/market/settling/account-changes/account-change'
import {
  changeFrom,
  listRipe,
  recordAccount,
  recordEnd,
} from '#worker/market/settling/account-changes/queries'

const AT_ONCE = 25

export const applyAccountChanges: Job = async ({ db, now, act }) => {
  const [rows] = await read(db, [listRipe(db, now, AT_ONCE)])
  let done = 0
  for (const before of rows.map(changeFrom)) {
    const change = endWaiting(before, 'valid', { by: act.actorId, at: now })
    const version = before.organizationVersion + 1
    try {
      await commit(db, [
        ...recordEnd(db, change, act),
        ...recordAccount(db, change, { act, version }),
      ])
      done += 1
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason
      if (reason.type !== 'outdated') {
        log('error', { job: 'apply-account-changes', change: change.id, error: reason.type })
      }
    }
  }
  return done
}
