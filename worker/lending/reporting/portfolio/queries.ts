import { sql, type SQL } from 'drizzle-orm'
import { read, type Database } from '#db/client'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Band } from '#worker/lending/reporting/portfolio/grade'
import type { PortfolioPart, Sums } from '#worker/lending/reporting/portfolio/summing'
import type { ClassName } from '#worker/lending/reporting/quality/quality'
import type { ProfileRow } from '#worker/lending/reporting/quality/queries'

/** The newest day that was counted whole. */
const NEWEST = (lenderId: string) => sql`(SELECT max(day) FROM portfolio_days
  WHERE lender_id = ${lenderId} AND whole = 1)`

export type DayRow = Sums & { day: LocalDate } & ProfileRow

/** The newest day, by which rule it was counted, and those before it. */
export function listDays(db: Database, lenderId: string, limit: number) {
  return db.all<DayRow>(sql`
    SELECT d.day AS day, d.loans AS loans, d.running AS running, d.balance AS balance,
      d.overdue AS overdue, d.at_risk AS atRisk, d.receivable AS receivable,
      q.profile AS profile, q.since AS since, q.classes AS classes, q.source AS source
    FROM portfolio_days d LEFT JOIN quality_profiles q ON q.id = d.profile_id
    WHERE d.lender_id = ${lenderId} AND d.whole = 1 ORDER BY d.day DESC LIMIT ${limit}`)
}

export type PartRow = PortfolioPart & { name: string | null }

/** Its parts; officers with their names. */
export function listParts(db: Database, lenderId: string) {
  return db.all<PartRow>(sql`
    SELECT p.kind AS kind, p.key AS "key", p.loans AS loans, p.lent AS lent, p.balance AS balance,
      p.overdue AS overdue, p.at_risk AS atRisk, p.due AS due, o.name AS name
    FROM portfolio_parts p LEFT JOIN people o ON o.id = p.key AND p.kind = 'officer'
    WHERE p.lender_id = ${lenderId} AND p.day = ${NEWEST(lenderId)}`)
}

export type PortfolioLoanRow = {
  day: LocalDate
  id: string
  number: number
  borrower: string
  groupName: string | null
  product: string
  officer: string | null
  lent: number
  balance: number
  overdue: number
  receivable: number
  lateSince: LocalDate | null
  class: ClassName
  band: Band
}

/** The part of the portfolio whose loans are asked for. */
export type Part =
  | { class: ClassName }
  | { classes: readonly ClassName[] }
  | { bands: readonly Band[] }
  | { officer: string }
  | { quarter: string }
  | { accrued: true }
  | { due: LocalDate }
  | null

type Page = { after: readonly string[] | undefined; limit: number }

const SHOWN = sql`SELECT p.loan_id AS id, l.number AS number, b.name AS borrower, g.name AS groupName,
    t.name AS product, o.name AS officer, p.lent AS lent, p.balance AS balance, p.overdue AS overdue,
    p.receivable AS receivable, p.late_since AS lateSince, p.class AS class, p.band AS band,
    l.next_due_on AS nextDueOn, `
const AROUND = sql`JOIN loans l ON l.id = p.loan_id JOIN people b ON b.id = l.borrower_id
  JOIN loan_products t ON t.id = l.product_id LEFT JOIN organizations g ON g.id = l.group_id
  LEFT JOIN people o ON o.id = l.officer_id`

/** Loans of a part as they were counted, in the order of their ids; those due on a day, oldest dues last. */
export function listPart(db: Database, lenderId: string, part: Part, page: Page) {
  const { after, limit } = page
  if (part && 'due' in part) return listDueOn(db, lenderId, part.due, page)
  const behind = after ? sql`AND loan_id > ${after[0]}` : sql``
  const from = (where: SQL) => sql`SELECT * FROM (SELECT * FROM portfolio_loans
    WHERE lender_id = ${lenderId} ${where} ${behind} ORDER BY loan_id LIMIT ${limit + 1})`
  const sources = wheresOf(part).map(from)
  return db.all<PortfolioLoanRow & { nextDueOn: string | null }>(sql`
    ${SHOWN} ${NEWEST(lenderId)} AS day
    FROM (${sql.join(sources, sql` UNION ALL `)}) p ${AROUND} ORDER BY p.loan_id LIMIT ${limit + 1}`)
}

const bandIs = (band: Band) => sql`AND balance > 0 AND band = ${band}`
const classIs = (name: ClassName) => sql`AND balance > 0 AND class = ${name}`

/** Where the loans of a part are found, each by an index of its own. */
function wheresOf(part: Exclude<Part, { due: LocalDate }>): SQL[] {
  if (part === null) return [sql`AND balance > 0`]
  if ('bands' in part) return part.bands.map(bandIs)
  if ('classes' in part) return part.classes.map(classIs)
  if ('class' in part) return [classIs(part.class)]
  if ('officer' in part) return [sql`AND balance > 0 AND officer = ${part.officer}`]
  if ('quarter' in part) return [sql`AND quarter = ${part.quarter}`]
  return [sql`AND receivable > 0`]
}

function listDueOn(db: Database, lenderId: string, due: LocalDate, { after, limit }: Page) {
  const behind = after ? sql`AND (l.next_due_on, l.id) < (${after[1] ?? ''}, ${after[0]})` : sql``
  return db.all<PortfolioLoanRow & { nextDueOn: string | null }>(sql`
    ${SHOWN} ${NEWEST(lenderId)} AS day
    FROM (SELECT l.id, l.next_due_on FROM loans l WHERE l.lender_id = ${lenderId}
      AND l.status = 'active' AND l.next_due_on <= ${due} ${behind}
      AND EXISTS (SELECT 1 FROM json_each(l.unpaid) u WHERE u.value->>0 = ${due})
      ORDER BY l.next_due_on DESC, l.id DESC LIMIT ${limit + 1}) d
    JOIN portfolio_loans p ON p.loan_id = d.id ${AROUND}
    ORDER BY l.next_due_on DESC, l.id DESC LIMIT ${limit + 1}`)
}

const ROWS_A_TRIP = 500

/** All loans of a part, some hundred a trip. */
export async function* readPart(
  db: Database,
  lenderId: string,
  part: Part,
): AsyncGenerator<readonly PortfolioLoanRow[]> {
  for (let after: readonly string[] | undefined | null; after !== null;) {
    const page: Page = { after, limit: ROWS_A_TRIP }
    const [rows]: readonly [(PortfolioLoanRow & { nextDueOn: string | null })[]] = await read(db, [
      listPart(db, lenderId, part, page),
    ])
    yield rows.slice(0, ROWS_A_TRIP)
    const last = rows[ROWS_A_TRIP - 1]
    after = rows.length > ROWS_A_TRIP && last ? [last.id, last.nextDueOn ?? ''] : null
  }
}
