/** What follows a running loan in a test: the clock rings, and what went out is looked at. */
import { clock } from '#test/support/client'
import { rowsOf } from '#test/support/orders'
import { ring, rung } from '#test/support/ticking'
import { remindBorrowers } from '#worker/jobs/reminding-borrowers'

/** Ten in the morning in Jakarta on that day, or another hour. */
export const morning = (date: string, hour = 10): number =>
  Date.parse(`${date}T00:00:00Z`) + (hour - 7) * 3_600_000

/** The clock rings on that day; the steps that went out so far, in order, with whom they reached. */
export async function remindedOn(date: string, hour = 10): Promise<string[]> {
  clock.now = morning(date, hour)
  await ring(remindBorrowers)
  return steps()
}

/** What the database is asked when the clock rings on that day. */
export async function costOfReminding(date: string) {
  clock.now = morning(date)
  const visit = await rung(remindBorrowers)
  return visit.cost
}

export async function steps(): Promise<string[]> {
  const rows = await rowsOf(
    "SELECT template FROM outbox WHERE template LIKE 'loan-reminder-%' ORDER BY created_at, id",
  )
  return rows.map((row) => String(row.template).replace('loan-reminder-', ''))
}

export async function lastReminder(): Promise<{ destination: string; body: string }> {
  const [row] = await rowsOf(
    `SELECT destination, body FROM outbox WHERE template LIKE 'loan-reminder-%'
     ORDER BY created_at DESC, id DESC LIMIT 1`,
  )
  return row as { destination: string; body: string }
}
