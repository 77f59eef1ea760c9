/**
 * After the end of a month each share of sales with a floor is held against it, once, and its borrower is
 * asked for what is missing. The month is noted on the share in the batch that asks, with an event under
 * its lock: a clock that comes twice collides, one that comes late looks at the last month only.
 */
import { commit, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { log } from '#worker/http/log'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { listEventsAmong, listLoansAmong } from '#worker/lending/bookkeeping/accruals/queries'
import {
  listCreditsAmong,
  listSharesAmong,
} from '#worker/lending/group-lending/loan-shares/queries'
import { loanOf } from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import {
  heldAgainstFloor,
  kindHour,
  monthBefore,
  type Month,
} from '#worker/lending/servicing/payout-shares/floor'
import { askingOf } from '#worker/lending/servicing/payout-shares/group-parts'
import { shortMessage } from '#worker/lending/servicing/payout-shares/messages'
import * as queries from '#worker/lending/servicing/payout-shares/queries'
import { insertMessages } from '#worker/outbox/queries'

const AT_ONCE = 25

export async function holdFloors(tick: Tick): Promise<number> {
  const month = monthBefore(dateIn(tick.env.ZONE, tick.now))
  const [rows] = await read(tick.db, [queries.listUnheld(tick.db, month, AT_ONCE)])
  if (rows.length === 0) return 0
  if (await held(tick, rows, month)) return rows.length
  let done = 0
  for (const row of rows) done += (await held(tick, [row], month)) ? 1 : 0
  return done
}

/** Whether they were held now; not when something else happened to one of them first. */
async function held(tick: Tick, rows: readonly queries.UnheldRow[], month: Month) {
  try {
    await holdAll(tick, rows, month)
    return true
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    log('info', { floors: rows.length, refused: reason.type })
    return false
  }
}

async function holdAll(tick: Tick, rows: readonly queries.UnheldRow[], month: Month) {
  const { db, env, act, now, newId } = tick
  const ids = rows.map((row) => row.loanId)
  const [loans, recorded, members, credits] = await read(db, [
    listLoansAmong(db, ids),
    listEventsAmong(db, ids),
    listSharesAmong(db, ids),
    listCreditsAmong(db, ids),
  ])
  const on = dateIn(env.ZONE, now)
  const events = Map.groupBy(recorded, (row) => row.loanId)
  const loanWith = new Map(loans.map((row) => [row.id, row]))
  const looked = rows.flatMap((row) => {
    const loan = loanWith.get(row.loanId)
    if (loan === undefined) return []
    const { name, phone, locale, paid, ...share } = row
    const group = {
      ...{ loan: loanOf(loan), today: on },
      events: (events.get(loan.id) ?? []).map(loanEvent),
      shares: members.filter((one) => one.loanId === loan.id),
      credits: credits.filter((one) => one.loanId === loan.id),
    }
    const kept = queries.shareFrom(share)
    const { asked } = askingOf({ ...kept, ahead: false }, group)
    const brought = { paid: amount(paid), asked }
    const after = heldAgainstFloor(kept, month, brought)
    return [{ share: after, payer: { name, phone, locale }, loan, paid: brought.paid }]
  })
  const messages = looked
    .filter(({ share }) => share.floorShort > 0)
    .flatMap(({ share, payer, loan, paid }) => {
      const { floor, floorShort: short, floorMonth } = share
      const what = { lender: loan.lenderName, loan, month: floorMonth, paid, floor, short }
      return shortMessage(payer, what, siteFrom(env))
    })
    .map((message) => ({ ...message, id: newId() }))
  const happened = looked.map(({ share, paid }) => ({
    ...{ ...act, subject: share.id, seq: share.version, type: 'held' },
    data: { month: share.floorMonth, paid, short: share.floorShort },
  }))
  await commit(db, [
    queries.recordHeld(
      db,
      looked.map(({ share }) => share),
    ),
    recordEvents(db, happened),
    ...insertMessages(db, messages, kindHour(env.ZONE, now)),
  ])
}
