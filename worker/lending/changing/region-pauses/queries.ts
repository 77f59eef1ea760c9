import { eq, sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { regionPauses } from '#db/schema/trouble'
import { listLoansWhere, type LoanRow } from '#worker/lending/servicing/loans/queries'
import type { RecordedEvent } from '#worker/lending/servicing/loans/record'
import type { Named } from '#worker/lending/changing/region-pauses/answers'
import type { RegionPause } from '#worker/lending/changing/region-pauses/region-pause'

export type PauseRow = RegionPause & Named

const SELECT = sql`
  SELECT x.id AS id, x.lender_id AS lenderId, x.region_code AS regionCode,
    x.region_name AS regionName, x.until AS until, x.interest AS interest, x.reason AS reason,
    x.status AS status, x.proposed_by AS proposedBy, x.proposed_at AS proposedAt,
    x.decided_by AS decidedBy, x.decided_at AS decidedAt, x.since AS since, x.reasons AS reasons,
    x.last_loan AS lastLoan, x.paused AS paused, x.passed_over AS passedOver,
    x.version AS version,
    (SELECT name FROM people WHERE id = x.proposed_by) AS proposerName,
    (SELECT name FROM people WHERE id = x.decided_by) AS deciderName
  FROM region_pauses x`

export function pauseOf(row: PauseRow): RegionPause {
  const { proposerName: _, deciderName: __, ...pause } = row
  return pause
}

type Page = { after?: string | undefined; limit: number }

export function findPause(db: Database, lenderId: string, id: string) {
  return db.all<PauseRow>(sql`${SELECT} WHERE x.id = ${id} AND x.lender_id = ${lenderId}`)
}

/** A lender's, the latest first. */
export function listPauses(db: Database, lenderId: string, { after, limit }: Page) {
  const older = after ? sql`AND x.id < ${after}` : sql``
  return db.all<PauseRow>(sql`${SELECT} WHERE x.lender_id = ${lenderId} ${older}
    ORDER BY x.id DESC LIMIT ${limit + 1}`)
}

export function listRunningPauses(db: Database, most: number) {
  return db.all<PauseRow>(sql`${SELECT} WHERE x.status = 'running' ORDER BY x.id LIMIT ${most}`)
}

const nameOf = (code: ReturnType<typeof sql>) =>
  sql`coalesce((SELECT regency_name FROM enterprises WHERE regency_code = ${code} LIMIT 1), ${code})`

export function findRegionName(db: Database, code: string) {
  return db.all<{ name: string }>(sql`SELECT ${nameOf(sql`${code}`)} AS name`)
}

/** Where a lender has running loans: one step through the index for each region, however many loans. */
export function listRegions(db: Database, lenderId: string) {
  const next = (beyond: ReturnType<typeof sql>) => sql`(SELECT min(region_code) FROM loans
    WHERE lender_id = ${lenderId} AND status = 'active' AND region_code > ${beyond})`
  return db.all<{ code: string; name: string }>(sql`
    WITH RECURSIVE region (code) AS (
      SELECT ${next(sql`''`)} UNION ALL
      SELECT ${next(sql`region.code`)} FROM region WHERE region.code IS NOT NULL)
    SELECT code, ${nameOf(sql`code`)} AS name FROM region WHERE code IS NOT NULL ORDER BY name`)
}

type Outcome = {
  loanId: string
  number: number
  borrower: string
  seq: number | null
  obstacle: string | null
}

export function listOutcomes(db: Database, pauseId: string, { after, limit }: Page) {
  const beyond = after ? sql`AND r.loan_id > ${after}` : sql``
  return db.all<Outcome>(sql`SELECT r.loan_id AS loanId, l.number AS number,
      coalesce(g.name, p.name) AS borrower, r.seq AS seq, r.obstacle AS obstacle
    FROM region_paused_loans r JOIN loans l ON l.id = r.loan_id
    JOIN people p ON p.id = l.borrower_id LEFT JOIN organizations g ON g.id = l.group_id
    WHERE r.pause_id = ${pauseId} ${beyond} ORDER BY r.loan_id LIMIT ${limit + 1}`)
}

export function insertPause(db: Database, pause: RegionPause): Statement {
  return db.insert(regionPauses).values(pause)
}

/** Only of a pause that is as it was read: two clocks at once collide here. */
export function changePause(db: Database, before: RegionPause, pause: RegionPause): Statement[] {
  const { status, decidedBy, decidedAt, since, reasons, lastLoan, paused, passedOver } = pause
  return [
    assertHolds(
      db,
      sql`EXISTS (SELECT 1 FROM region_pauses WHERE id = ${before.id}
        AND version = CAST(${before.version} AS INTEGER) AND last_loan = ${before.lastLoan})`,
      'pause_unchanged',
    ),
    db
      .update(regionPauses)
      .set({ status, decidedBy, decidedAt, since, reasons, lastLoan, paused, passedOver })
      .where(eq(regionPauses.id, pause.id)),
    db.update(regionPauses).set({ version: pause.version }).where(eq(regionPauses.id, pause.id)),
  ]
}

export type ReachedRow = { loanId: string; destination: string; locale: 'id' | 'en' }

const nextLoans = ({ lenderId, regionCode, lastLoan, since }: RegionPause, most: number) =>
  sql`l.lender_id = ${lenderId} AND l.status = 'active' AND l.region_code = ${regionCode}
    AND l.id > ${lastLoan} AND l.disbursed_on <= ${since} ORDER BY l.id LIMIT ${most}`

/** The next loans of a pause, all their events, and where their borrowers are told. */
export function findNextLoans(db: Database, pause: RegionPause, most: number) {
  const which = nextLoans(pause, most)
  return [
    db.all<LoanRow>(listLoansWhere(which)),
    db.all<RecordedEvent & { loanId: string }>(sql`
      SELECT e.subject AS loanId, e.seq AS seq, e.type AS type, e.data AS data FROM events e
      WHERE e.subject IN (SELECT l.id FROM loans l WHERE ${which}) ORDER BY e.subject, e.seq`),
    db.all<ReachedRow>(sql`
      SELECT l.id AS loanId, coalesce(p.phone, p.email) AS destination, p.locale AS locale
      FROM loans l JOIN people p ON p.id = l.borrower_id WHERE ${which}`),
  ] as const
}

export function insertOutcomes(
  db: Database,
  pauseId: string,
  outcomes: readonly { loanId: string; seq: number | null; obstacle: string | null }[],
): Statement {
  const rows = outcomes.map(({ loanId, seq, obstacle }) => [loanId, seq, obstacle])
  return db.run(sql`INSERT INTO region_paused_loans (pause_id, loan_id, seq, obstacle)
    SELECT ${pauseId}, j.value->>0, j.value->>1, j.value->>2
    FROM json_each(${JSON.stringify(rows)}) j WHERE true`)
}
