import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { bankStatements } from '#db/schema/statements'
import type { KeptStatement } from '#worker/ledger/bank-statements/answers'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'

export type NewLine = {
  id: string
  fingerprint: string
  line: number
  on: string
  amount: number
  description: string
}

/** A line that another statement has brought stays as it is; the last statement says how many are new. */
export function insertStatement(
  db: Database,
  statement: KeptStatement,
  lines: readonly NewLine[],
  act: Act,
): Statement[] {
  const { id, book, bank, credits } = statement
  const rows = JSON.stringify(
    lines.map((one) => [one.id, one.fingerprint, one.line, one.on, one.amount, one.description]),
  )
  return [
    recordEvents(db, [{ ...act, subject: id, seq: 1, type: 'imported', data: { bank, credits } }]),
    db.insert(bankStatements).values(statement),
    db.run(sql`
      INSERT INTO statement_lines (id, book, fingerprint, statement_id, line, received_on, amount,
        description)
      SELECT j.value->>0, ${book}, j.value->>1, ${id}, j.value->>2, j.value->>3, j.value->>4,
        j.value->>5
      FROM json_each(${rows}) j WHERE true
      ON CONFLICT (book, fingerprint) DO NOTHING`),
  ]
}

/** Which of these have come before, and the statement of this very file. */
export function findBefore(
  db: Database,
  { book, sha256, fingerprints }: { book: string; sha256: string; fingerprints: readonly string[] },
) {
  return db.all<{ known: number; statementId: string | null }>(sql`
    SELECT (SELECT count(*) FROM json_each(${JSON.stringify(fingerprints)}) j
        JOIN statement_lines l ON l.book = ${book} AND l.fingerprint = j.value) AS known,
      (SELECT id FROM bank_statements WHERE book = ${book} AND sha256 = ${sha256}) AS statementId`)
}

export function listStatements(
  db: Database,
  book: string,
  { after, limit }: { after?: [string] | undefined; limit: number },
) {
  const older = after ? sql`AND id < ${after[0]}` : sql``
  return db
    .select()
    .from(bankStatements)
    .where(sql`book = ${book} ${older}`)
    .orderBy(sql`id DESC`)
    .limit(limit)
}

export function findStatement(db: Database, id: string) {
  return db
    .select()
    .from(bankStatements)
    .where(sql`id = ${id}`)
}
