import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { officerHandovers } from '#db/schema/following'
import { LOOKING_AFTER, MOST_AT_ONCE } from '#worker/lending/following/officers/handover'
import type { Handover } from '#worker/lending/following/officers/handover'

/** The lender of a loan, inside another query. */
export const lenderOfLoan = (id: string): SQL => sql`(SELECT lender_id FROM loans WHERE id = ${id})`

const MAY_FOLLOW = sql`m.role IN (SELECT value FROM json_each(${JSON.stringify(LOOKING_AFTER)}))`

export type OfficerRow = { id: string | null; name: string | null; loans: number; stays: number }

/** Whoever looks after loans or may, by name; nobody's loans last. */
export function listOfficers(db: Database, lender: string | SQL) {
  return db.all<OfficerRow>(sql`
    WITH who (id, stays, loans) AS (
      SELECT m.person_id, 1, 0 FROM memberships m WHERE m.organization_id = ${lender} AND ${MAY_FOLLOW}
      UNION ALL SELECT officer_id, 0, loans FROM officer_tallies
        WHERE lender_id = ${lender} AND loans > 0)
    SELECT nullif(w.id, '') AS id, p.name AS name, max(w.loans) AS loans, max(w.stays) AS stays
    FROM who w LEFT JOIN people p ON p.id = w.id GROUP BY w.id ORDER BY p.name IS NULL, p.name, w.id`)
}

const heldBy = (fromId: string | null) =>
  fromId === null ? sql`officer_id IS NULL` : sql`officer_id = ${fromId}`

type Held = { lenderId: string; fromId: string | null; toId: string }

/** The loans that can move; never one of whoever takes them. */
const movable = ({ lenderId, fromId, toId }: Held): SQL => sql`FROM loans
  WHERE ${heldBy(fromId)} AND lender_id = ${lenderId} AND status <> 'closed'
    AND borrower_id <> ${toId}`

/** How many can move at once, counting no further than one more. */
export function countMovable(db: Database, held: Held) {
  return db.all<{ loans: number }>(sql`SELECT count(*) AS loans
    FROM (SELECT id ${movable(held)} LIMIT ${MOST_AT_ONCE + 1})`)
}

/** The hand-over with its loans, which are in other hands after it; as many as were counted. */
export function recordHandover(db: Database, handover: Handover, which: SQL): Statement[] {
  const { id, toId, loans } = handover
  const handed = sql`(SELECT loan_id FROM handed_over_loans WHERE handover_id = ${id})`
  return [
    db.insert(officerHandovers).values(handover),
    db.run(sql`INSERT INTO handed_over_loans (handover_id, loan_id)
      SELECT ${id}, id FROM (SELECT id ${which} ORDER BY id LIMIT ${MOST_AT_ONCE})`),
    assertHolds(
      db,
      sql`(SELECT count(*) FROM handed_over_loans WHERE handover_id = ${id})
        = CAST(${loans} AS INTEGER)`,
      'loan_unchanged',
    ),
    db.run(sql`UPDATE loans SET officer_id = ${toId} WHERE id IN ${handed}`),
  ]
}

export const allOf = (held: Held): SQL => movable(held)

export const oneLoan = (loanId: string, fromId: string | null): SQL =>
  sql`FROM loans WHERE id = ${loanId} AND officer_id IS ${fromId} AND status <> 'closed'`

export type HandoverRow = Handover & {
  fromName: string | null
  toName: string
  deciderName: string
}

const SELECT = sql`SELECT h.id AS id, h.lender_id AS lenderId, h.from_id AS fromId, h.to_id AS toId,
    h.loans AS loans, h.note AS note, h.decided_by AS decidedBy, h.decided_at AS decidedAt,
    f.name AS fromName, t.name AS toName, d.name AS deciderName
  FROM officer_handovers h JOIN people t ON t.id = h.to_id JOIN people d ON d.id = h.decided_by
  LEFT JOIN people f ON f.id = h.from_id`

type Page = { after?: string | undefined; limit: number }

/** A lender's, the latest first. */
export function listHandovers(db: Database, lenderId: string, { after, limit }: Page) {
  const older = after ? sql`AND h.id < ${after}` : sql``
  return db.all<HandoverRow>(sql`${SELECT} WHERE h.lender_id = ${lenderId} ${older}
    ORDER BY h.id DESC LIMIT ${limit + 1}`)
}

const MOST_OF_A_LOAN = 40

/** Through whose hands a loan went, the latest first. */
export function listHandoversOf(db: Database, loanId: string) {
  return db.all<HandoverRow>(sql`${SELECT} JOIN handed_over_loans x ON x.handover_id = h.id
    WHERE x.loan_id = ${loanId} ORDER BY h.id DESC LIMIT ${MOST_OF_A_LOAN}`)
}

/** The portfolio is counted again from today, so that each one's part follows. */
export function countAgain(db: Database, lenderId: string, today: string): Statement {
  return db.run(sql`UPDATE portfolio_runs SET due_on = ${today}, day = NULL, "after" = NULL, page = 0
    WHERE lender_id = ${lenderId}`)
}

/** Who looks after a loan. */
export function findOfficer(db: Database, loanId: string) {
  return db.all<{ id: string; name: string }>(sql`SELECT p.id AS id, p.name AS name
    FROM loans l JOIN people p ON p.id = l.officer_id WHERE l.id = ${loanId}`)
}
