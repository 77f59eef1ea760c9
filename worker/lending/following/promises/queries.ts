import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanPromises } from '#db/schema/following'
import type { LocalDate } from '#worker/kernel/calendar'
import type { LoanPromise } from '#worker/lending/following/promises/promise'

export type PromiseRow = LoanPromise & {
  number: number
  borrowerName: string
  groupName: string | null
  recorderName: string
  received: number
}

/** Of money of the day it was made on, only what was written down after it. */
const RECEIVED = sql`(SELECT coalesce(sum(r.amount), 0) FROM receipts r
  WHERE r.loan_id = q.loan_id AND r.reversed_at IS NULL AND r.received_on <= q.promised_on
    AND (r.received_on > q.made_on OR (r.received_on = q.made_on AND r.issued_at > q.recorded_at)))`

const SELECT = sql`
  SELECT q.id AS id, q.lender_id AS lenderId, q.loan_id AS loanId, q.made_on AS madeOn,
    q.promised_on AS promisedOn, q.amount AS amount, q.promised_by AS promisedBy,
    q.recorded_by AS recordedBy, q.recorded_at AS recordedAt, l.number AS number,
    b.name AS borrowerName, g.name AS groupName, w.name AS recorderName, ${RECEIVED} AS received
  FROM loan_promises q JOIN loans l ON l.id = q.loan_id JOIN people b ON b.id = l.borrower_id
  JOIN people w ON w.id = q.recorded_by LEFT JOIN organizations g ON g.id = l.group_id`

const MOST_OF_A_LOAN = 40

/** Those of a loan, the latest first. */
export function listPromisesOf(db: Database, loanId: string) {
  return db.all<PromiseRow>(sql`${SELECT} WHERE q.loan_id = ${loanId}
    ORDER BY q.id DESC LIMIT ${MOST_OF_A_LOAN}`)
}

type Wanted = {
  lenderId: string
  /** The days they name, the first of which the list begins with. */
  from: LocalDate
  until: LocalDate
  state: 'any' | 'broken'
  /** Whose loans; everybody's where there is none. */
  officerId: string | null
  after?: readonly [LocalDate, string] | undefined
  limit: number
}

/** A lender's promises that name a day between two; of each loan only the last counts. */
export function listPromises(db: Database, wanted: Wanted) {
  const { lenderId, from, until, state, officerId, after, limit } = wanted
  const whose = officerId === null ? sql`` : sql`AND l.officer_id = ${officerId}`
  const broken = sql`AND l.status <> 'closed' AND ${RECEIVED} < q.amount`
  const beyond = after ? sql`AND (q.promised_on, q.id) > (${after[0]}, ${after[1]})` : sql``
  return db.all<PromiseRow>(sql`${SELECT} WHERE q.lender_id = ${lenderId}
    AND q.promised_on BETWEEN ${from} AND ${until} ${whose} ${beyond}
    AND NOT EXISTS (SELECT 1 FROM loan_promises n WHERE n.loan_id = q.loan_id AND n.id > q.id)
    ${state === 'broken' ? broken : sql``} ORDER BY q.promised_on, q.id LIMIT ${limit + 1}`)
}

/** With a new promise the loan's reminders rest by themselves: they read the last one. */
export function insertPromise(db: Database, promise: LoanPromise): Statement {
  return db.insert(loanPromises).values(promise)
}
