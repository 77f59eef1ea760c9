import { and, eq, sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { loanFunds } from '#db/schema/loans'
import type { Fund } from '#worker/lending/bookkeeping/funds/fund'
import type { FundLoanRow, FundRow } from '#worker/lending/bookkeeping/funds/answers'
import type { FundPartRow } from '#worker/lending/bookkeeping/funds/quality'
import type { Band } from '#worker/lending/reporting/portfolio/grade'
import type { ClassName } from '#worker/lending/reporting/quality/quality'

const IDLE = sql`(s.received + s.brought + s.recovered - s.returned - s.balance - s.written_off)`

const SELECT = sql`
  SELECT f.id AS id, f.lender_id AS lenderId, f.name AS name, f.kind AS kind,
    f.funder_name AS funderName, f.funder_id AS funderId, f.restriction AS restriction,
    f.promised AS promised, f.opened_on AS openedOn, f.status AS status, f.created_at AS createdAt,
    f.version AS version, s.received AS received, s.returned AS returned, s.brought AS brought,
    s.lent AS lent, s.lent_to_women AS lentToWomen, s.balance AS balance,
    s.written_off AS writtenOff, s.recovered AS recovered, s.loans AS loans, s.running AS running,
    s.borrowers AS borrowers, ${IDLE} AS idle, o.slug AS lenderSlug, o.name AS lenderName,
    p.slug AS funderSlug
  FROM loan_funds f JOIN fund_sums s ON s.fund_id = f.id
  JOIN organizations o ON o.id = f.lender_id
  LEFT JOIN organizations p ON p.id = f.funder_id`

type Page = { after?: string | undefined; limit: number }

const behind = (after: string | undefined): SQL => (after ? sql`AND f.id > ${after}` : sql``)

export function listFunds(db: Database, lenderId: string, { after, limit }: Page) {
  return db.all<FundRow>(sql`${SELECT} WHERE f.lender_id = ${lenderId} ${behind(after)}
    ORDER BY f.id LIMIT ${limit + 1}`)
}

export function findFund(db: Database, lenderId: string, id: string) {
  return db.all<FundRow>(sql`${SELECT} WHERE f.id = ${id} AND f.lender_id = ${lenderId}`)
}

/** The funds that an organization has given, whoever lends them. */
export function listFundsOfFunder(db: Database, funderId: string, { after, limit }: Page) {
  return db.all<FundRow>(sql`${SELECT} WHERE f.funder_id = ${funderId} ${behind(after)}
    ORDER BY f.id LIMIT ${limit + 1}`)
}

export function findFundOfFunder(db: Database, funderId: string, id: string) {
  return db.all<FundRow>(sql`${SELECT} WHERE f.id = ${id} AND f.funder_id = ${funderId}`)
}

/** What the loans of a fund came to on the last day that was counted whole. */
export function listFundParts(db: Database, fundId: string) {
  return db.all<FundPartRow>(sql`
    SELECT p.day AS day, p.kind AS kind, p.key AS "key", p.loans AS loans, p.balance AS balance
    FROM loan_funds f JOIN fund_parts p ON p.lender_id = f.lender_id AND p.fund_id = f.id
      AND p.day = (SELECT max(d.day) FROM portfolio_days d
        WHERE d.lender_id = f.lender_id AND d.whole = 1)
    WHERE f.id = ${fundId}`)
}

const CARRIED = sql`
  SELECT l.id AS id, l.number AS number, b.name AS borrowerName, g.name AS groupName,
    p.name AS productName, l.principal AS principal, l.balance AS balance,
    l.written_off AS writtenOff, l.disbursed_on AS disbursedOn, l.status AS status,
    iif(l.balance > 0, c.class, NULL) AS class,
    CAST(julianday((SELECT max(d.day) FROM portfolio_days d WHERE d.lender_id = l.lender_id
      AND d.whole = 1)) - julianday(c.late_since) AS INTEGER) AS daysLate`
const AROUND = sql`JOIN people b ON b.id = l.borrower_id
  JOIN loan_products p ON p.id = l.product_id LEFT JOIN organizations g ON g.id = l.group_id`

/** Of the loans of a fund: those of one class, or more than so many days late. */
export type FundLoansPart = { class: ClassName } | { bands: readonly Band[] } | null

/** The loans that a fund carries, newest first, with how each was last counted. */
export function listFundLoans(
  db: Database,
  fundId: string,
  { after, limit, part = null }: Page & { part?: FundLoansPart },
) {
  const older = after ? sql`AND l.id < ${after}` : sql``
  if (part === null) {
    return db.all<FundLoanRow>(sql`${CARRIED} FROM loans l ${AROUND}
      LEFT JOIN portfolio_loans c ON c.loan_id = l.id
      WHERE l.fund_id = ${fundId} ${older} ORDER BY l.id DESC LIMIT ${limit + 1}`)
  }
  const lender = sql`(SELECT lender_id FROM loan_funds WHERE id = ${fundId})`
  const among =
    'class' in part
      ? sql`SELECT * FROM portfolio_loans WHERE lender_id = ${lender} AND balance > 0
          AND class = ${part.class}`
      : sql.join(
          part.bands.map(
            (band) => sql`SELECT * FROM portfolio_loans WHERE lender_id = ${lender}
              AND balance > 0 AND band = ${band}`,
          ),
          sql` UNION ALL `,
        )
  return db.all<FundLoanRow>(sql`${CARRIED} FROM (${among}) c JOIN loans l ON l.id = c.loan_id
    ${AROUND} WHERE l.fund_id = ${fundId} ${older} ORDER BY l.id DESC LIMIT ${limit + 1}`)
}

/** The organization that may be named as a funder. */
export function findFunder(db: Database, slug: string | null) {
  return db.all<{ id: string }>(sql`
    SELECT id FROM organizations WHERE slug = ${slug} AND kind = 'partner'`)
}

export function insertFund(db: Database, fund: Fund): Statement {
  return db.insert(loanFunds).values(fund)
}

export function changeFundRow(db: Database, fund: Fund): Statement {
  const { id, lenderId: _, createdAt: __, openedOn: ___, ...changed } = fund
  return db
    .update(loanFunds)
    .set(changed)
    .where(and(eq(loanFunds.id, id), eq(loanFunds.version, fund.version - 1)))
}

type Carried = { lenderId: string; fundId: string }

/**
 * Let a batch through only if this fund is one of the lender's, open, and was not asked for more than lay
 * idle in it. They stand after the statements that take the money, which they count.
 */
export function guardFund(db: Database, { lenderId, fundId }: Carried): Statement[] {
  return [
    assertHolds(
      db,
      sql`EXISTS (SELECT 1 FROM loan_funds WHERE id = ${fundId} AND lender_id = ${lenderId}
        AND status = 'open')`,
      'fund_open',
    ),
    assertHolds(
      db,
      sql`(SELECT ${IDLE} FROM fund_sums s WHERE s.fund_id = ${fundId}) >= 0`,
      'fund_within_idle',
    ),
  ]
}

/** Lets a batch through only if no more has come than the funder promised. */
export function guardPromise(db: Database, fundId: string): Statement {
  return assertHolds(
    db,
    sql`(SELECT f.promised IS NULL OR s.received <= f.promised FROM loan_funds f
      JOIN fund_sums s ON s.fund_id = f.id WHERE f.id = ${fundId} AND f.status = 'open')`,
    'fund_within_promise',
  )
}
