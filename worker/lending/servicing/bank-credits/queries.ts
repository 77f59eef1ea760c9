import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { bankCredits } from '#db/schema/bank-credits'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { KeptStatement } from '#worker/ledger/bank-statements/answers'
import type { NewLine } from '#worker/ledger/bank-statements/statement'
import type { BankCredit, Candidate } from '#worker/lending/servicing/bank-credits/bank-credit'

type Row = typeof bankCredits.$inferSelect
export const creditOf = (row: Row) => row as unknown as BankCredit

/** Lines that another statement has brought stay as they are. */
export function insertCredits(
  db: Database,
  { id, book }: KeptStatement,
  lines: readonly NewLine[],
): Statement {
  const rows = JSON.stringify(
    lines.map((one) => [one.id, one.fingerprint, one.line, one.on, one.amount, one.description]),
  )
  return db.run(sql`
    INSERT INTO bank_credits (id, lender_id, statement_id, fingerprint, line, received_on, amount,
      description, status, version)
    SELECT j.value->>0, ${book}, ${id}, j.value->>1, j.value->>2, j.value->>3, j.value->>4,
      j.value->>5, 'new', 0
    FROM json_each(${rows}) j WHERE true ON CONFLICT (lender_id, fingerprint) DO NOTHING`)
}

type Page = { status: string; after?: readonly [string, string] | undefined; limit: number }

const pageOf = (lenderId: string, { status, after, limit }: Page) => sql`
  SELECT * FROM bank_credits WHERE lender_id = ${lenderId} AND status = ${status}
    ${after ? sql`AND (received_on, id) > (${after[0]}, ${after[1]})` : sql``}
  ORDER BY received_on, id LIMIT ${limit + 1}`

/** Lines of a lender in one state, the longest waiting first. */
export function listCredits(db: Database, lenderId: string, page: Page) {
  return db.all<BankCredit>(sql`
    SELECT c.id AS id, c.lender_id AS lenderId, c.received_on AS receivedOn, c.amount AS amount,
      c.description AS description, c.status AS status, c.loan_id AS loanId, c.receipt AS receipt,
      c.note AS note, c.version AS version
    FROM (${pageOf(lenderId, page)}) c`)
}

const MOST_CANDIDATES = 100

/**
 * Running loans that a line of this page names (PJ and the number), or whose next instalment is exactly
 * its amount.
 */
export function listCandidates(db: Database, lenderId: string, page: Page) {
  const asked = sql`l.id AS loanId, l.number AS number, b.name AS borrower, g.name AS "group",
    json_extract(l.unpaid, '$[0][1]') AS nextAmount`
  const around = sql`JOIN people b ON b.id = l.borrower_id
    LEFT JOIN organizations g ON g.id = l.group_id`
  const named = sql`
    CAST(ltrim(substr(c.description, instr(upper(c.description), 'PJ') + 2), ' .-') AS INTEGER)`
  return db.all<Candidate>(sql`
    WITH c AS (${pageOf(lenderId, page)})
    SELECT * FROM (
      SELECT ${asked} FROM c JOIN loans l ON l.lender_id = ${lenderId} AND l.number = ${named} ${around}
      WHERE instr(upper(c.description), 'PJ') > 0 AND l.status IN ('active', 'written-off')
      UNION
      SELECT ${asked} FROM c JOIN loans l ON l.lender_id = ${lenderId} AND l.status = 'active'
        AND json_extract(l.unpaid, '$[0][1]') = c.amount ${around})
    ORDER BY number LIMIT ${MOST_CANDIDATES}`)
}

export function findCredit(db: Database, id: string, lenders: readonly string[]) {
  const reach = JSON.stringify(lenders)
  return db
    .select()
    .from(bankCredits)
    .where(sql`id = ${id} AND lender_id IN (SELECT value FROM json_each(${reach}))`)
}

/** The last closed month of the book that a line belongs to. */
export function findClosedFor(db: Database, id: string) {
  return db.all<{ closedThrough: string | null }>(sql`
    SELECT closed_through AS closedThrough FROM lender_books
    WHERE lender_id = (SELECT lender_id FROM bank_credits WHERE id = ${id})`)
}

/** The loan of the lender of a line, by its number. */
export const loanNumbered = (creditId: string, number: number) => sql`
  (SELECT n.id FROM loans n WHERE n.number = ${number}
    AND n.lender_id = (SELECT lender_id FROM bank_credits WHERE id = ${creditId}))`

/** The line as it was decided; its event is the lock. */
export function changeCredit(db: Database, credit: BankCredit, act: Act): Statement[] {
  const { id, status, loanId, receipt, note, version } = credit
  const data = { loanId, receipt, note }
  return [
    recordEvents(db, [{ ...act, subject: id, seq: version, type: status, data }]),
    db
      .update(bankCredits)
      .set({ status, loanId, receipt, note, version })
      .where(eq(bankCredits.id, id)),
  ]
}
