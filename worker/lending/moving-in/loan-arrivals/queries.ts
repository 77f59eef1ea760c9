/** How a page of prepared loans is read and written: some twenty loans in a dozen statements. */
import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import type { Arrival, Brought, Newcomer } from '#worker/lending/moving-in/loan-imports/bringing'
import type { LoanImport } from '#worker/lending/moving-in/loan-imports/loan-import'
import type { Outcome } from '#worker/lending/moving-in/loan-imports/planning'
import type { Loan } from '#worker/lending/servicing/loans/loan'

export type Page = { from: number; limit: number }

export type PreparedRow = {
  n: number
  outcome: Outcome
  number: string
  principal: number
  earned: number
  prepared: string
  known: number
}

type Of = Pick<LoanImport, 'id' | 'lenderId'>

const itemsOf = ({ id }: Of, { from, limit }: Page): SQL => sql`loan_import_items x
  WHERE x.import_id = ${id} AND x.n >= ${from} AND x.n < ${from + limit}
    AND x.outcome IN ('ready', 'accepted')`

/** The loans of a page that are to be brought, and whether one is here meanwhile. */
export function listPrepared(db: Database, of: Of, page: Page) {
  return db.all<PreparedRow>(sql`
    SELECT x.n AS n, x.outcome AS outcome, x.number AS number, x.principal AS principal,
      x.earned AS earned, x.prepared AS prepared,
      EXISTS (SELECT 1 FROM imported_loans y WHERE y.lender_id = ${of.lenderId}
        AND y.old_number = lower(x.number)) AS known
    FROM ${itemsOf(of, page)} ORDER BY x.n`)
}

/** People behind the numbers of a page, borrowers and members alike. */
export function listPeopleOf(db: Database, of: Of, page: Page) {
  return db.all<{ personId: string; phone: string }>(sql`
    SELECT p.id AS personId, p.phone AS phone FROM people p WHERE p.phone IN (
      SELECT x.prepared ->> '$.phone' FROM ${itemsOf(of, page)}
      UNION SELECT m.value ->> '$.phone' FROM (SELECT x.prepared AS prepared FROM ${itemsOf(of, page)}) i,
        json_each(i.prepared, '$.members') m)`)
}

/** Groups that those who lead the groups of a page lead already. */
export function listGroupsOf(db: Database, of: Of, page: Page) {
  return db.all<{ groupId: string; name: string; phone: string }>(sql`
    SELECT o.id AS groupId, o.name AS name, p.phone AS phone
    FROM people p JOIN memberships m ON m.person_id = p.id AND m.role = 'chair'
    JOIN organizations o ON o.id = m.organization_id AND o.kind = 'enterprise'
    WHERE p.phone IN (SELECT x.prepared ->> '$.phone' FROM ${itemsOf(of, page)}
      AND x.prepared ->> '$.group' IS NOT NULL)`)
}

/** The addresses taken that are or begin like one of these. */
export function listSlugs(db: Database, bases: readonly string[]) {
  return db.all<{ slug: string }>(sql`
    SELECT o.slug AS slug FROM json_each(${JSON.stringify(bases)}) j JOIN organizations o
      ON o.slug >= j.value AND o.slug < j.value || '.'
    WHERE o.slug = j.value OR o.slug > j.value || '-'`)
}

const rowsOf = (rows: readonly unknown[]): SQL => sql`json_each(${JSON.stringify(rows)}) j`

export function insertNewcomers(
  db: Database,
  people: readonly Newcomer[],
  at: number,
): Statement[] {
  if (people.length === 0) return []
  const rows = people.map(({ id, phone, name }) => [id, phone, name, at])
  return [
    db.run(sql`INSERT INTO people (id, phone, name, locale, created_at, version)
      SELECT j.value->>0, j.value->>1, j.value->>2, 'id', j.value->>3, 1 FROM ${rowsOf(rows)}`),
  ]
}

export function insertGroups(db: Database, groups: Brought['groups']): Statement[] {
  if (groups.length === 0) return []
  const rows = groups.map(({ organization: o, membership: m, region, phone }) => [
    ...[o.id, o.kind, o.slug, o.name, o.status, o.createdAt, o.version, m.personId, m.role],
    ...[region.code, region.name, phone],
  ])
  return [
    db.run(sql`INSERT INTO organizations (id, kind, slug, name, status, created_at, version)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
        j.value->>6 FROM ${rowsOf(rows)}`),
    db.run(sql`INSERT INTO enterprises (organization_id, craft, area_code, regency_code, regency_name,
        phone)
      SELECT j.value->>0, '', j.value->>9, j.value->>9, j.value->>10, j.value->>11
      FROM ${rowsOf(rows)}`),
    db.run(sql`INSERT INTO memberships (organization_id, person_id, role, since)
      SELECT j.value->>0, j.value->>7, j.value->>8, j.value->>5 FROM ${rowsOf(rows)}`),
  ]
}

const columnsOf = (loan: Loan) => [
  ...[loan.id, loan.productId, loan.borrowerId, loan.groupId, loan.fundId, loan.regionCode],
  ...[loan.principal, JSON.stringify(loan.terms), loan.basis, loan.effectiveRate],
  ...[loan.disbursedOn, loan.status, loan.balance, loan.overpayment, loan.accrued, loan.accruedOn],
  ...[loan.nextDueOn, JSON.stringify(loan.unpaid), loan.version],
]

/** Loans of one lender, numbered after those she has; two who number at once collide. */
export function insertLoans(
  db: Database,
  lenderId: string,
  arrivals: readonly Arrival[],
): Statement[] {
  if (arrivals.length === 0) return []
  const rows = arrivals.map(({ loan }) => columnsOf(loan))
  const last = sql`(SELECT coalesce(max(number), 0) FROM loans WHERE lender_id = ${lenderId})`
  return [
    db.run(sql`
      INSERT INTO loans (id, lender_id, number, origin, application_id, product_id, borrower_id,
        group_id, officer_id, fund_id, region_code, principal, terms, basis, effective_rate,
        disbursed_on, status, balance, overpayment, written_off, recovered, accrued, accrued_on,
        rescheduled_on, paused_until, next_due_on, unpaid, version)
      SELECT j.value->>0, ${lenderId}, ${last} + j.key + 1, 'import', NULL, j.value->>1,
        j.value->>2, j.value->>3, NULL, j.value->>4, j.value->>5, j.value->>6, j.value->>7,
        j.value->>8, j.value->>9, j.value->>10, j.value->>11, j.value->>12, j.value->>13, 0, 0,
        j.value->>14, j.value->>15, NULL, NULL, j.value->>16, j.value->>17, j.value->>18
      FROM ${rowsOf(rows)}`),
    ...insertShares(db, arrivals),
  ]
}

function insertShares(db: Database, arrivals: readonly Arrival[]): Statement[] {
  const rows = arrivals.flatMap(({ shares }) =>
    shares.map((one, i) => {
      return [one.id, one.loanId, i + 1, one.personId, one.name, one.phone, one.amount]
    }),
  )
  if (rows.length === 0) return []
  return [
    db.run(sql`INSERT INTO loan_shares (id, loan_id, position, person_id, name, phone, amount)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
        j.value->>6 FROM ${rowsOf(rows)}`),
  ]
}

/** Under which number each was known before: the key by which it comes once. */
export function recordNumbers(db: Database, of: Of, arrivals: readonly Arrival[]): Statement[] {
  if (arrivals.length === 0) return []
  const rows = arrivals.map(({ loan, number }) => [number.toLowerCase(), loan.id])
  return [
    db.run(sql`INSERT INTO imported_loans (lender_id, old_number, loan_id, import_id)
      SELECT ${of.lenderId}, j.value->>0, j.value->>1, ${of.id} FROM ${rowsOf(rows)}`),
  ]
}

/** Each fund is open and the lender's own when loans come to it. */
export function guardFunds(
  db: Database,
  lenderId: string,
  arrivals: readonly Arrival[],
): Statement[] {
  const funds = [...new Set(arrivals.map(({ loan }) => loan.fundId))]
  if (funds.length === 0) return []
  const open = sql`EXISTS (SELECT 1 FROM loan_funds f WHERE f.id = j.value
    AND f.lender_id = ${lenderId} AND f.status = 'open')`
  return [
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM ${rowsOf(funds)} WHERE NOT ${open})`,
      'fund_open',
    ),
  ]
}

export type ItemCame = { n: number; to: Outcome; loanId: string | null }

export function changeItems(db: Database, { id }: Of, items: readonly ItemCame[]): Statement[] {
  if (items.length === 0) return []
  const rows = items.map(({ n, to, loanId }) => [n, to, loanId])
  return [
    db.run(sql`UPDATE loan_import_items SET outcome = j.value->>1, loan_id = j.value->>2,
        prepared = iif(j.value->>1 = 'imported', NULL, prepared)
      FROM ${rowsOf(rows)} WHERE import_id = ${id} AND n = j.value->>0`),
  ]
}
