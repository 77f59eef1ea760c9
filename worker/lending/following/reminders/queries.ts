import { eq, sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { reminderRules } from '#db/schema/following'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Rhythm } from '#worker/lending/following/reminders/ladder'

export function findRules(db: Database, lenderId: string) {
  return db
    .select({ off: reminderRules.off, version: reminderRules.version })
    .from(reminderRules)
    .where(eq(reminderRules.lenderId, lenderId))
}

export function putRules(
  db: Database,
  lenderId: string,
  { off, version }: { off: readonly string[]; version: number },
): Statement {
  const kept = { off: JSON.stringify(off), version }
  return db
    .insert(reminderRules)
    .values({ lenderId, ...kept })
    .onConflictDoUpdate({ target: reminderRules.lenderId, set: kept })
}

export type SentRow = { step: string; dueOn: string; sentAt: number; personName: string }

const MOST_OF_A_LOAN = 40

/** What was sent about a loan, the latest first. */
export function listSent(db: Database, loanId: string) {
  return db.all<SentRow>(sql`SELECT s.step AS step, s.due_on AS dueOn, s.sent_at AS sentAt,
      p.name AS personName
    FROM sent_reminders s JOIN people p ON p.id = s.person_id
    WHERE s.loan_id = ${loanId} ORDER BY s.due_on DESC, s.sent_at DESC LIMIT ${MOST_OF_A_LOAN}`)
}

export type RemindRow = Rhythm & {
  loanId: string
  remindOn: LocalDate
  number: number
  lender: string
  dueOn: LocalDate
  /** JSON: due dates and what is left to pay. */
  unpaid: string
  personId: string
  destination: string
  locale: 'id' | 'en'
  /** JSON: the steps sent for this instalment, and those that the lender does not send. */
  sent: string
  off: string
  pausedUntil: LocalDate | null
  promisedOn: LocalDate | null
}

/** The borrower; of a group's loan whoever leads the group now, before all others her who signed it. */
const REMINDED = sql`coalesce((SELECT m.person_id FROM memberships m
  WHERE m.organization_id = l.group_id AND m.role = 'chair'
  ORDER BY m.person_id <> l.borrower_id, m.since, m.person_id LIMIT 1), l.borrower_id)`

/** Loans whose day has come, the longest waiting first. */
export function listToRemind(db: Database, today: LocalDate, most: number) {
  return db.all<RemindRow>(sql`
    SELECT r.loan_id AS loanId, r.remind_on AS remindOn, l.number AS number, o.name AS lender,
      l.next_due_on AS dueOn, l.unpaid AS unpaid, l.terms->>'every' AS every,
      l.terms->>'unit' AS unit, p.id AS personId, coalesce(p.phone, p.email) AS destination,
      p.locale AS locale, l.paused_until AS pausedUntil,
      (SELECT json_group_array(s.step) FROM sent_reminders s
       WHERE s.loan_id = l.id AND s.due_on = l.next_due_on) AS sent,
      coalesce((SELECT u.off FROM reminder_rules u WHERE u.lender_id = l.lender_id), '[]') AS off,
      (SELECT max(q.promised_on) FROM loan_promises q WHERE q.loan_id = l.id) AS promisedOn
    FROM (SELECT loan_id, remind_on FROM loan_reminders WHERE remind_on <= ${today}
      ORDER BY remind_on, loan_id LIMIT ${most}) r
    JOIN loans l ON l.id = r.loan_id JOIN organizations o ON o.id = l.lender_id
    JOIN people p ON p.id = ${REMINDED}
    ORDER BY r.remind_on, r.loan_id`)
}

type Looked = { row: RemindRow; again: LocalDate | null }

/** Looked at again on a day, or never. Ends the batch where one of them is not as it was read. */
export function remindAgain(db: Database, looked: readonly Looked[]): Statement[] {
  const json = JSON.stringify(
    looked.map(({ row, again }) => [row.loanId, row.remindOn, row.dueOn, again]),
  )
  const asRead = sql`NOT EXISTS (SELECT 1 FROM json_each(${json}) j
    LEFT JOIN loan_reminders r ON r.loan_id = j.value->>0
    LEFT JOIN loans l ON l.id = j.value->>0
    WHERE r.remind_on IS NOT j.value->>1 OR l.next_due_on IS NOT j.value->>2)`
  return [
    assertHolds(db, asRead, 'loan_unchanged'),
    db.run(sql`DELETE FROM loan_reminders WHERE loan_id IN (
      SELECT j.value->>0 FROM json_each(${json}) j WHERE j.value->>3 IS NULL)`),
    db.run(sql`UPDATE loan_reminders SET remind_on = j.value->>3 FROM json_each(${json}) j
      WHERE loan_id = j.value->>0 AND j.value->>3 IS NOT NULL`),
  ]
}

type Sent = { loanId: string; dueOn: LocalDate; step: string; personId: string }

export function insertSent(db: Database, sent: readonly Sent[], at: number): Statement[] {
  if (sent.length === 0) return []
  const rows = sent.map(({ loanId, dueOn, step, personId }) => [loanId, dueOn, step, personId])
  return [
    db.run(sql`INSERT INTO sent_reminders (loan_id, due_on, step, person_id, sent_at)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, CAST(${at} AS INTEGER)
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
  ]
}
