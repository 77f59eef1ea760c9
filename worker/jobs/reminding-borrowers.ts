/**
 * Borrowers are reminded of their instalments, a polite step at a time and never in quiet hours. A loan is
 * looked at on the day of its next step, which lies in an index; a step goes out once for an instalment,
 * however often the clock rings. A batch is three statements and two inserts, however many loans.
 */
import { commit, read } from '#db/client'
import { log } from '#worker/http/log'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { dateIn, daysBetween, type LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { duesOn, type Unpaid } from '#worker/lending/servicing/loans/summary'
import { isQuiet, reminderOf, type Step } from '#worker/lending/following/reminders/ladder'
import { reminderMessage } from '#worker/lending/following/reminders/messages'
import * as queries from '#worker/lending/following/reminders/queries'
import { dateFigures, figures } from '#worker/lending/offering/schedules/figures'
import { insertMessages } from '#worker/outbox/queries'

const LOANS_A_TICK = 100

export async function remindBorrowers(tick: Tick): Promise<number> {
  if (isQuiet(tick.env.ZONE, tick.now)) return 0
  const today = dateIn(tick.env.ZONE, tick.now)
  const [rows] = await read(tick.db, [queries.listToRemind(tick.db, today, LOANS_A_TICK)])
  if (rows.length === 0) return 0
  if (await reminded(tick, rows, today)) return rows.length
  let done = 0
  for (const row of rows) done += (await reminded(tick, [row], today)) ? 1 : 0
  return done
}

/** Whether they were looked at now; not when something else happened to one of them first. */
async function reminded(
  { db, env, now, newId }: Tick,
  rows: readonly queries.RemindRow[],
  today: LocalDate,
): Promise<boolean> {
  const looked = rows.map((row) => ({ row, ...reminderOf(standingOf(row), today) }))
  const due = looked.flatMap(({ row, step }) => (step === null ? [] : [{ ...row, step }]))
  const messages = due.map((one) => ({
    ...reminderMessage(one.step, told(one, today), siteFrom(env)),
    id: newId(),
  }))
  try {
    await commit(db, [
      ...queries.remindAgain(db, looked),
      ...queries.insertSent(db, due, now),
      ...insertMessages(db, messages, now),
    ])
    return true
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    log('info', { reminders: rows.length, refused: reason.type })
    return false
  }
}

function standingOf(row: queries.RemindRow) {
  const { dueOn, every, unit, pausedUntil, promisedOn } = row
  const rests = [pausedUntil, promisedOn].filter((day) => day !== null).toSorted()
  return {
    ...{ dueOn, rhythm: { every, unit } },
    sent: JSON.parse(row.sent) as string[],
    off: JSON.parse(row.off) as string[],
    restsUntil: rests.at(-1) ?? null,
  }
}

/** What is told: the instalment to come, or all that is late. */
function told(row: queries.RemindRow & { step: Step }, today: LocalDate) {
  const { loanId, number, lender, destination, locale, dueOn } = row
  const unpaid = JSON.parse(row.unpaid) as Unpaid
  const { dueUntil } = duesOn(unpaid, today, dueOn > today ? dueOn : today)
  return {
    ...{ loanId, number, lender, destination, locale },
    amount: `Rp ${figures(dueUntil, 0, locale)}`,
    dueOn: dateFigures(dueOn, locale),
    daysLate: daysBetween(dueOn, today),
  }
}
