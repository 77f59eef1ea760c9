import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { bankStatements } from '#db/schema/statements'
import type { KeptStatement } from '#worker/ledger/bank-statements/answers'
import type { NewLine } from '#worker/ledger/bank-statements/statement'

/** A line that another statement has brought stays as it is. */
export function insertLines(
  db: Database,
  { id, book }: KeptStatement,
  lines: readonly NewLine[],
): Statement {
  const rows = JSON.stringify(
    lines.map((one) => [one.id, one.fingerprint, one.line, one.on, one.amount, one.description]),
  )
  return db.run(sql`
    INSERT INTO statement_lines (id, book, fingerprint, statement_id, line, received_on, amount,
      description)
    SELECT j.value->>0, ${book}, j.value->>1, ${id}, j.value->>2, j.value->>3, j.value->>4,
      j.value->>5
    FROM json_each(${rows}) j WHERE true ON CONFLICT (book, fingerprint) DO NOTHING`)
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
