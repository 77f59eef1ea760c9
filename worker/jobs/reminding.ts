/**
 * Buyers are reminded of invoices before and after they are due. Each reminder of an invoice is the first
 * event of a subject of its own, so that it is sent once however often the clock rings; of days that were
 * missed only the last one's reminder is sent.
 */
import { commit, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { siteFrom } from '#worker/http/site'
import type { Tick } from '#worker/jobs/tick'
import { dateIn, type LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { reminderMessage } from '#worker/market/procuring/invoices/messages'
import { nextReminder, reminderOn } from '#worker/market/procuring/invoices/reminder'
import {
  changeReminder,
  listToRemind,
  type ReminderRow,
} from '#worker/market/procuring/invoices/queries'
import { numberText } from '#worker/market/procuring/numbers/number'
import { insertMessages } from '#worker/outbox/queries'

const AT_ONCE = 50

export async function remindOfInvoices(tick: Tick): Promise<number> {
  const today = dateIn(tick.env.ZONE, tick.now)
  const [rows] = await read(tick.db, [listToRemind(tick.db, today, AT_ONCE)])
  if (rows.length === 0) return 0
  if (await reminded(tick, rows, today)) return rows.length
  let done = 0
  for (const row of rows) done += (await reminded(tick, [row], today)) ? 1 : 0
  return done
}

/** Whether they were reminded now; not when another clock was first with one of them. */
async function reminded(tick: Tick, rows: readonly ReminderRow[], today: LocalDate) {
  const { db, env, act, now, newId } = tick
  const due = rows.flatMap((row) => {
    const reminder = reminderOn(row.dueOn, today)
    return reminder ? [{ row, reminder }] : []
  })
  const messages = due.map(({ row, reminder }) => {
    const number = numberText('invoice', row) ?? ''
    const told = { ...row, number, due: amount(row.due) }
    return { ...reminderMessage(told, reminder.days, siteFrom(env)), id: newId() }
  })
  const events = due.map(({ row, reminder }) => {
    const data = { days: reminder.days }
    const subject = `reminder:${row.id}:${reminder.stage}`
    return { ...act, subject, seq: 1, type: 'reminded', data }
  })
  try {
    await commit(db, [
      recordEvents(db, events),
      ...rows.map((row) => changeReminder(db, row.id, nextReminder(row.dueOn, today))),
      ...insertMessages(db, messages, now),
    ])
    return true
  } catch (reason) {
    if (reason instanceof Refusal && reason.type === 'outdated') return false
    throw reason
  }
}
