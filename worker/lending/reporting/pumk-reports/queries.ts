import { sql } from 'drizzle-orm'
import { read, type Database } from '#db/client'
import type { ClassName } from '#worker/lending/reporting/quality/quality'

export type PartnerRow = {
  id: string
  number: number
  borrower: string
  groupName: string | null
  region: string | null
  sector: string | null
  purpose: string | null
  fund: string | null
  disbursedOn: string
  lent: number
  balance: number
  class: ClassName
  daysLate: number | null
  instalments: number
  left: number
  rescheduled: number
  writtenOff: number
}

type Page = { fund: string | undefined; after: string | undefined; limit: number }

const ENTERPRISE = sql`coalesce(l.group_id, a.sales_of)`

/** Partners with principal still lent, loan by loan, with how each was last counted. */
export function listPartners(db: Database, lenderId: string, { fund, after, limit }: Page) {
  const beyond = after ?? ''
  const from = fund
    ? sql`(SELECT id FROM loans WHERE fund_id = ${fund} AND lender_id = ${lenderId}
        AND balance > 0 AND id > ${beyond} ORDER BY id LIMIT ${limit + 1}) x`
    : sql`(SELECT loan_id AS id FROM portfolio_loans WHERE lender_id = ${lenderId} AND balance > 0
        AND loan_id > ${beyond} ORDER BY loan_id LIMIT ${limit + 1}) x`
  return db.all<PartnerRow>(sql`
    SELECT l.id AS id, l.number AS number, b.name AS borrower, g.name AS groupName,
      coalesce(e.regency_name, (SELECT n.regency_name FROM enterprises n
        WHERE n.regency_code = l.region_code LIMIT 1), l.region_code) AS region,
      e.craft AS sector, a.purpose AS purpose, f.name AS fund, l.disbursed_on AS disbursedOn,
      p.lent AS lent, p.balance AS balance, p.class AS class, l.written_off AS writtenOff,
      CAST(julianday((SELECT max(d.day) FROM portfolio_days d WHERE d.lender_id = p.lender_id
        AND d.whole = 1)) - julianday(p.late_since) AS INTEGER) AS daysLate,
      l.terms->>'instalments' AS instalments, json_array_length(l.unpaid) AS left,
      l.rescheduled_on IS NOT NULL AS rescheduled
    FROM ${from} JOIN portfolio_loans p ON p.loan_id = x.id JOIN loans l ON l.id = x.id
    JOIN people b ON b.id = l.borrower_id LEFT JOIN organizations g ON g.id = l.group_id
    LEFT JOIN loan_applications a ON a.id = l.application_id
    LEFT JOIN enterprises e ON e.organization_id = ${ENTERPRISE}
    LEFT JOIN loan_funds f ON f.id = l.fund_id ORDER BY l.id`)
}

export type HeldRow = { day: string; name: ClassName; loans: number; balance: number }

/** By class, as of the last day counted whole: of one fund, or of the lender. */
export function listHeld(db: Database, lenderId: string, fund: string | undefined) {
  const newest = sql`(SELECT max(d.day) FROM portfolio_days d
    WHERE d.lender_id = ${lenderId} AND d.whole = 1)`
  return fund
    ? db.all<HeldRow>(sql`SELECT day AS day, key AS name, loans AS loans, balance AS balance
        FROM fund_parts WHERE lender_id = ${lenderId} AND day = ${newest}
          AND fund_id = ${fund} AND kind = 'class'`)
    : db.all<HeldRow>(sql`SELECT day AS day, key AS name, loans AS loans, balance AS balance
        FROM portfolio_parts WHERE lender_id = ${lenderId} AND day = ${newest}
          AND kind = 'class'`)
}

/** The funds whose partners may be asked for. */
export function listFundNames(db: Database, lenderId: string) {
  return db.all<{ id: string; name: string }>(sql`
    SELECT id AS id, name AS name FROM loan_funds WHERE lender_id = ${lenderId}
    ORDER BY id LIMIT 100`)
}

const ROWS_A_TRIP = 500

/** All partners, some hundred a trip. */
export async function* readPartners(
  db: Database,
  lenderId: string,
  fund: string | undefined,
): AsyncGenerator<readonly PartnerRow[]> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: Page = { fund, after, limit: ROWS_A_TRIP }
    const [rows]: readonly [PartnerRow[]] = await read(db, [listPartners(db, lenderId, page)])
    yield rows.slice(0, ROWS_A_TRIP)
    after = rows.length > ROWS_A_TRIP ? rows[ROWS_A_TRIP - 1]!.id : undefined
  }
}
