import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import type { LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Unpaid } from '#worker/lending/servicing/loans/summary'
import type { Counted, Grade } from '#worker/lending/reporting/portfolio/grade'
import type { FundPart, PortfolioPart, Sums } from '#worker/lending/reporting/portfolio/summing'
import type { Begun, Run } from '#worker/lending/reporting/portfolio-runs/run'
import { rhythmOf } from '#worker/lending/reporting/quality/quality'
import type { ProfileRow } from '#worker/lending/reporting/quality/queries'

type DueRow = Run & ProfileRow & { profileId: string | null }

/** Lenders to be counted, those with the fewest pages behind them first, with the rule in force. */
export function listDue(db: Database, today: LocalDate, limit: number) {
  return db.all<DueRow>(sql`
    SELECT r.lender_id AS lenderId, r.due_on AS dueOn, r.day AS day, r.after AS "after", r.page AS page,
      q.id AS profileId, q.profile AS profile, q.since AS since, q.classes AS classes, q.source AS source
    FROM portfolio_runs r LEFT JOIN quality_profiles q ON q.id = (
      SELECT id FROM quality_profiles WHERE lender_id = r.lender_id ORDER BY id DESC LIMIT 1)
    WHERE r.due_on <= ${today} ORDER BY r.due_on, r.page, r.lender_id LIMIT ${limit}`)
}

export type LoanFacts = {
  id: string
  version: number
  unit: 'day' | 'week' | 'month'
  every: number
  instalments: number
  penalized: number
  officerId: string | null
  fundId: string | null
  disbursedOn: LocalDate
  principal: number
  balance: number
  unpaid: string
  receivable: number
}

export function listPage(db: Database, { lenderId, after }: Begun, limit: number) {
  return db.all<LoanFacts>(sql`
    SELECT l.id AS id, l.version AS version, l.terms->>'unit' AS unit, l.terms->>'every' AS every,
      l.terms->>'instalments' AS instalments, l.terms->>'penalty' IS NOT NULL AS penalized,
      l.officer_id AS officerId, l.fund_id AS fundId, l.disbursed_on AS disbursedOn, l.principal AS principal,
      l.balance AS balance, l.unpaid AS unpaid, coalesce(a.debits - a.credits, 0) AS receivable
    FROM loans l LEFT JOIN accounts a ON a.id = l.lender_id || '/interest-receivable/' || l.id
    WHERE l.lender_id = ${lenderId} AND l.id > ${after} ORDER BY l.id LIMIT ${limit}`)
}

/** What a few loans are replayed from. */
export function listHistories(db: Database, ids: readonly string[]) {
  return db.all<{ id: string; terms: string; seq: number; type: string; data: string }>(sql`
    SELECT l.id AS id, l.terms AS terms, e.seq AS seq, e.type AS type, e.data AS data
    FROM json_each(${JSON.stringify(ids)}) j JOIN loans l ON l.id = j.value
    JOIN events e ON e.subject = l.id ORDER BY l.id, e.seq`)
}

export function countedOf(row: LoanFacts, late: Counted['late']): Counted {
  return {
    ...{ id: row.id, version: row.version, officerId: row.officerId, fundId: row.fundId, late },
    ...{ disbursedOn: row.disbursedOn, rhythm: rhythmOf(row) },
    principal: amount(row.principal),
    balance: amount(row.balance),
    receivable: amount(row.receivable),
    unpaid: JSON.parse(row.unpaid) as Unpaid,
  }
}

type Page = { before: Run; begun: Begun; after: Run; profileId: string | null }
type CountedPage = {
  grades: readonly Grade[]
  sums: Sums
  parts: readonly PortfolioPart[]
  fundParts: readonly FundPart[]
}

/** What a page of the count records. Two who count the same page collide. */
export function recordPage(db: Database, page: Page, counted: CountedPage): Statement[] {
  const { before, begun, after, profileId } = page
  const { lenderId, day } = begun
  return [
    assertHolds(
      db,
      sql`(SELECT page = CAST(${before.page} AS INTEGER) AND due_on = ${before.dueOn}
        AND day IS ${before.day} AND "after" IS ${before.after}
        FROM portfolio_runs WHERE lender_id = ${lenderId})`,
      'portfolio_page',
    ),
    ...(begun.fresh ? clearDay(db, lenderId, day) : []),
    db.run(sql`UPDATE portfolio_runs SET due_on = ${after.dueOn}, day = ${after.day},
      "after" = ${after.after}, page = CAST(${after.page} AS INTEGER) WHERE lender_id = ${lenderId}`),
    addDay(db, { lenderId, day, profileId, whole: after.after === null }, counted.sums),
    ...(counted.parts.length > 0 ? [addParts(db, { lenderId, day }, counted.parts)] : []),
    ...(counted.fundParts.length > 0
      ? [addFundParts(db, { lenderId, day }, counted.fundParts)]
      : []),
    ...(counted.grades.length > 0 ? [putGrades(db, lenderId, counted.grades)] : []),
  ]
}

/** What was counted of this day before, and of days that were broken off. */
function clearDay(db: Database, lenderId: string, day: LocalDate): Statement[] {
  const cleared = sql`lender_id = ${lenderId} AND day IN (SELECT d.day FROM portfolio_days d
    WHERE d.lender_id = ${lenderId} AND (d.whole = 0 OR d.day = ${day}))`
  return [
    db.run(sql`DELETE FROM portfolio_parts WHERE ${cleared}`),
    db.run(sql`DELETE FROM fund_parts WHERE ${cleared}`),
    db.run(sql`DELETE FROM portfolio_days WHERE ${cleared}`),
  ]
}

type Day = { lenderId: string; day: LocalDate; profileId: string | null; whole: boolean }

function addDay(db: Database, { lenderId, day, profileId, whole }: Day, sums: Sums): Statement {
  return db.run(sql`
    INSERT INTO portfolio_days (lender_id, day, profile_id, whole, loans, running, balance, overdue,
      at_risk, receivable)
    SELECT ${lenderId}, ${day}, ${profileId}, CAST(${whole ? 1 : 0} AS INTEGER), value->>'loans',
      value->>'running', value->>'balance', value->>'overdue', value->>'atRisk', value->>'receivable'
    FROM json_each(${JSON.stringify([sums])}) WHERE true
    ON CONFLICT (lender_id, day) DO UPDATE SET whole = excluded.whole, loans = loans + excluded.loans,
      running = running + excluded.running, balance = balance + excluded.balance,
      overdue = overdue + excluded.overdue, at_risk = at_risk + excluded.at_risk,
      receivable = receivable + excluded.receivable`)
}

type Of = Pick<Day, 'lenderId' | 'day'>

function addParts(db: Database, { lenderId, day }: Of, parts: readonly PortfolioPart[]): Statement {
  return db.run(sql`
    INSERT INTO portfolio_parts (lender_id, day, kind, key, loans, lent, balance, overdue, at_risk, due)
    SELECT ${lenderId}, ${day}, value->>'kind', value->>'key', value->>'loans', value->>'lent',
      value->>'balance', value->>'overdue', value->>'atRisk', value->>'due'
    FROM json_each(${JSON.stringify(parts)}) WHERE true
    ON CONFLICT (lender_id, day, kind, key) DO UPDATE SET loans = loans + excluded.loans,
      lent = lent + excluded.lent, balance = balance + excluded.balance,
      overdue = overdue + excluded.overdue, at_risk = at_risk + excluded.at_risk,
      due = due + excluded.due`)
}

function addFundParts(db: Database, { lenderId, day }: Of, parts: readonly FundPart[]): Statement {
  return db.run(sql`
    INSERT INTO fund_parts (lender_id, day, fund_id, kind, key, loans, balance, overdue)
    SELECT ${lenderId}, ${day}, value->>'fundId', value->>'kind', value->>'key', value->>'loans',
      value->>'balance', value->>'overdue'
    FROM json_each(${JSON.stringify(parts)}) WHERE true
    ON CONFLICT (lender_id, day, fund_id, kind, key) DO UPDATE SET loans = loans + excluded.loans,
      balance = balance + excluded.balance, overdue = overdue + excluded.overdue`)
}

/** Writes only the loans of which something changed since they were last counted. */
function putGrades(db: Database, lenderId: string, grades: readonly Grade[]): Statement {
  const rows = grades.map(({ dues: _, ...kept }) => kept)
  return db.run(sql`
    INSERT INTO portfolio_loans (loan_id, lender_id, version, class, band, officer, quarter, late_since,
      missed, lent, balance, overdue, receivable)
    SELECT value->>'loanId', ${lenderId}, value->>'version', value->>'class', value->>'band',
      value->>'officer', value->>'quarter', value->>'lateSince', value->>'missed', value->>'lent',
      value->>'balance', value->>'overdue', value->>'receivable'
    FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (loan_id) DO UPDATE SET version = excluded.version, class = excluded.class,
      band = excluded.band, officer = excluded.officer, late_since = excluded.late_since,
      missed = excluded.missed, balance = excluded.balance, overdue = excluded.overdue,
      receivable = excluded.receivable
    WHERE (version, class, band, officer, missed, overdue, receivable) <> (excluded.version,
      excluded.class, excluded.band, excluded.officer, excluded.missed, excluded.overdue,
      excluded.receivable) OR late_since IS NOT excluded.late_since`)
}
