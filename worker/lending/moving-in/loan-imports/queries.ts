import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { inParts } from '#db/parts'
import { loanImports } from '#db/schema/loan-imports'
import type { LoanImport } from '#worker/lending/moving-in/loan-imports/loan-import'
import type { Item, Outcome } from '#worker/lending/moving-in/loan-imports/planning'

const ROW = sql.raw(`i.id AS id, i.lender_id AS lenderId, i.file_name AS fileName, i.as_of AS asOf,
  i.status AS status, i.lines AS lines, i.loans AS loans, i.ready AS ready, i.differing AS differing,
  i.accepted AS accepted, i.known AS known, i.faulty AS faulty, i.imported AS imported,
  i.held AS held, i.principal AS principal, i.earned AS earned, i.done AS done,
  i.read_by AS readBy, i.created_at AS createdAt, i.finished_at AS finishedAt,
  i.forget_at AS forgetAt, i.version AS version`)

export function findImport(db: Database, lenderId: string, id: string) {
  return db.all<LoanImport>(sql`
    SELECT ${ROW} FROM loan_imports i WHERE i.id = ${id} AND i.lender_id = ${lenderId}`)
}

type Page = { after?: string | undefined; limit: number }

/** The latest first. */
export function listImports(db: Database, lenderId: string, { after, limit }: Page) {
  const older = after ? sql`AND i.id < ${after}` : sql``
  return db.all<LoanImport>(sql`SELECT ${ROW} FROM loan_imports i
    WHERE i.lender_id = ${lenderId} ${older} ORDER BY i.id DESC LIMIT ${limit + 1}`)
}

export function listRunning(db: Database, limit: number) {
  return db.all<LoanImport>(sql`
    SELECT ${ROW} FROM loan_imports i WHERE i.status = 'running' ORDER BY i.id LIMIT ${limit}`)
}

/** What the import of a lender needs to know: how she keeps her book, products, funds. */
export function findBook(db: Database, lenderId: string) {
  return db.all<{ basis: 'cash' | 'accrual'; closedThrough: string | null }>(sql`
    SELECT basis AS basis, closed_through AS closedThrough FROM lender_books
    WHERE lender_id = ${lenderId}`)
}

export function listOpenFunds(db: Database, lenderId: string) {
  return db.all<{ fundId: string; fundName: string }>(sql`
    SELECT id AS fundId, name AS fundName FROM loan_funds
    WHERE lender_id = ${lenderId} AND status = 'open' ORDER BY id LIMIT 200`)
}

/** Of these numbers of old books, those that are here already; told in small letters. */
export function listNumbers(db: Database, lenderId: string, numbers: readonly string[]) {
  return db.all<{ number: string }>(sql`
    SELECT x.old_number AS number FROM json_each(${JSON.stringify(numbers)}) j
    JOIN imported_loans x ON x.lender_id = ${lenderId} AND x.old_number = j.value`)
}

export type ItemRow = {
  n: number
  line: number
  outcome: Outcome
  number: string
  borrower: string
  principal: number
  earned: number
  said: string
  loanId: string | null
}

const ITEM = sql.raw(`x.n AS n, x.line AS line, x.outcome AS outcome, x.number AS number,
  x.borrower AS borrower, x.principal AS principal, x.earned AS earned, x.said AS said,
  x.loan_id AS loanId`)

type Asked = { outcomes: readonly Outcome[]; after?: number | undefined; limit: number }

/** Loans of a sheet in its order. */
export function listItems(db: Database, importId: string, { outcomes, after, limit }: Asked) {
  const some = sql`AND x.outcome IN (SELECT value FROM json_each(${JSON.stringify(outcomes)}))`
  return db.all<ItemRow>(sql`SELECT ${ITEM} FROM loan_import_items x
    WHERE x.import_id = ${importId} AND x.n > ${after ?? 0} ${some} ORDER BY x.n LIMIT ${limit}`)
}

export type Chosen = readonly number[] | 'all'

const differing = (importId: string, chosen: Chosen): SQL => {
  const some =
    chosen === 'all'
      ? sql``
      : sql`AND n IN (SELECT value FROM json_each(${JSON.stringify(chosen)}))`
  return sql`import_id = ${importId} AND outcome = 'differs' ${some}`
}

/** What accepting the differences of these would bring. */
export function sumDiffering(db: Database, importId: string, chosen: Chosen) {
  return db.all<{ count: number; principal: number; earned: number }>(sql`
    SELECT count(*) AS count, coalesce(sum(principal), 0) AS principal,
      coalesce(sum(earned), 0) AS earned
    FROM loan_import_items WHERE ${differing(importId, chosen)}`)
}

export function acceptItems(db: Database, importId: string, chosen: Chosen): Statement {
  return db.run(sql`UPDATE loan_import_items SET outcome = 'accepted'
    WHERE ${differing(importId, chosen)}`)
}

export function insertImport(db: Database, one: LoanImport): Statement {
  return db.insert(loanImports).values(one)
}

export function changeImport(db: Database, { id, ...one }: LoanImport): Statement {
  return db.update(loanImports).set(one).where(eq(loanImports.id, id))
}

/** A statement holds at most two million bytes: items go in several. */
export function insertItems(db: Database, importId: string, items: readonly Item[]): Statement[] {
  const rows = items.map((one, i) => [
    ...[i + 1, one.line, one.outcome, one.number.slice(0, 60), one.borrower],
    ...[one.principal, one.earned, saidOf(one)],
    one.prepared === null ? null : JSON.stringify(one.prepared),
  ])
  return inParts(rows).map((part) =>
    db.run(sql`
      INSERT INTO loan_import_items (import_id, n, line, outcome, number, borrower, principal,
        earned, said, prepared)
      SELECT ${importId}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4,
        j.value->>5, j.value->>6, j.value->>7, j.value->>8
      FROM json_each(${part}) j WHERE true`),
  )
}

const saidOf = ({ faults, differences, figures }: Item) =>
  JSON.stringify({ faults, differences, figures })

/** What sheets of long ago said of people is forgotten; which loans they brought is not. */
export function forgetItems(db: Database, now: number, most: number): Statement[] {
  const old = sql`(SELECT id FROM loan_imports
    WHERE forget_at < ${now} AND status <> 'running' ORDER BY forget_at LIMIT ${most})`
  return [
    db.run(sql`UPDATE loan_import_items SET prepared = NULL, borrower = '',
        said = '{"faults":[],"differences":[],"figures":null}' WHERE import_id IN ${old}`),
    db.run(sql`UPDATE loan_imports SET forget_at = NULL WHERE id IN ${old}`),
  ]
}
