import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { bankStatements } from '#db/schema/statements'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { KeptStatement } from '#worker/ledger/bank-statements/answers'

/** Where the lines of a book are kept: what buyers pay, and what comes to a lender. */
const KEPT = {
  statement_lines: sql`statement_lines l ON l.book`,
  bank_credits: sql`bank_credits l ON l.lender_id`,
}
export type KeptIn = keyof typeof KEPT

type Before = { book: string; sha256: string; fingerprints: readonly string[] }

/** How many of these lines have come before, and the statement of this very file. */
export function findBefore(db: Database, keptIn: KeptIn, { book, sha256, fingerprints }: Before) {
  return db.all<{ known: number; statementId: string | null }>(sql`
    SELECT (SELECT count(*) FROM json_each(${JSON.stringify(fingerprints)}) j
        JOIN ${KEPT[keptIn]} = ${book} AND l.fingerprint = j.value) AS known,
      (SELECT id FROM bank_statements WHERE book = ${book} AND sha256 = ${sha256}) AS statementId`)
}

export function insertStatement(db: Database, statement: KeptStatement, act: Act): Statement[] {
  const { id, bank, credits } = statement
  return [
    recordEvents(db, [{ ...act, subject: id, seq: 1, type: 'imported', data: { bank, credits } }]),
    db.insert(bankStatements).values(statement),
  ]
}
