/**
 * Pauses of regions that two people agreed on are carried out: a hundred loans a ring, each with an event
 * of its own, twenty a batch. The batch notes how far it came, so that a clock that is killed goes on where
 * it stopped and two at once do nothing twice; a loan that changes in the same moment is read again.
 */
import { commit, read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { bookedAs } from '#worker/lending/changing/loan-changes/booked'
import { changedMessage } from '#worker/lending/changing/loan-changes/messages'
import type { LoanChange } from '#worker/lending/servicing/loans/change'
import {
  changeLoan,
  loanOf,
  recordLoanChange,
  type LoanRow,
} from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import * as queries from '#worker/lending/changing/region-pauses/queries'
import {
  furthered,
  pauseLoan,
  type RegionPause,
} from '#worker/lending/changing/region-pauses/region-pause'
import { insertMessages } from '#worker/outbox/queries'

const PAUSES_AT_ONCE = 10
const LOANS_AT_ONCE = 100
const A_BATCH = 20

export async function pauseRegions(tick: Tick): Promise<number> {
  const [pauses] = await read(tick.db, [queries.listRunningPauses(tick.db, PAUSES_AT_ONCE)])
  let done = 0
  for (const row of pauses) {
    if (done >= LOANS_AT_ONCE) break
    try {
      done += await furtherPause(tick, queries.pauseOf(row), LOANS_AT_ONCE - done)
    } catch (reason) {
      // Somebody was first with a loan, or another clock with the pause: the next minute reads it again.
      if (!(reason instanceof Refusal && reason.type === 'outdated')) throw reason
    }
  }
  return done
}

/** How many loans it looked at, the end of the pause counted as one. */
async function furtherPause(tick: Tick, given: RegionPause, most: number): Promise<number> {
  const [rows, recorded, reached] = await read(tick.db, queries.findNextLoans(tick.db, given, most))
  const today = dateIn(tick.env.ZONE, tick.now)
  const looked = rows.map((row) => {
    const events = recorded.filter((one) => one.loanId === row.id).map(loanEvent)
    return { row, outcome: pauseLoan({ loan: loanOf(row), events, today }, given) }
  })
  let pause = given
  const isLast = rows.length < most
  for (let at = 0; at === 0 || at < looked.length; at += A_BATCH) {
    const part = looked.slice(at, at + A_BATCH)
    const paused = part.filter(({ outcome }) => outcome.change !== null).length
    const after = furthered(pause, {
      ...{ paused, passedOver: part.length - paused },
      lastLoan: part.at(-1)?.row.id ?? pause.lastLoan,
      isEnd: isLast && at + A_BATCH >= looked.length,
    })
    await commit(tick.db, [
      ...queries.changePause(tick.db, pause, after),
      queries.insertOutcomes(
        tick.db,
        pause.id,
        part.map(({ row, outcome: { change, obstacle } }) => ({
          ...{ loanId: row.id, seq: change?.event.seq ?? null, obstacle },
        })),
      ),
      ...part.flatMap(({ row, outcome: { change } }) =>
        change === null ? [] : pausedLoan(tick, row, change, reached),
      ),
      ...(after.status === 'done' ? [ended(tick, after)] : []),
    ])
    pause = after
  }
  return rows.length + (pause.status === 'done' ? 1 : 0)
}

function pausedLoan(
  tick: Tick,
  row: LoanRow,
  change: LoanChange,
  reached: readonly queries.ReachedRow[],
): Statement[] {
  const { db, act, newId, now, env } = tick
  const today = dateIn(env.ZONE, now)
  const told = { loanId: row.id, number: row.number, lender: row.lenderName }
  const messages = reached
    .filter((one) => one.loanId === row.id)
    .map((one) => ({ ...changedMessage('pause', { ...told, ...one }, siteFrom(env)), id: newId() }))
  return [
    changeLoan(db, change.loan),
    ...recordLoanChange(db, change, {
      ...{ act, today, entryId: newId(), ...bookedAs('pause', row.number) },
    }),
    ...insertMessages(db, messages, now),
  ]
}

function ended({ db, act }: Tick, { id, version, paused, passedOver }: RegionPause): Statement {
  const data = { paused, passedOver }
  return recordEvents(db, [{ ...act, subject: id, seq: version, type: 'done', data }])
}
