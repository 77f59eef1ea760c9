/** Runs the invariants of all wings; an empty list is a clean audit. */
import { sql } from 'drizzle-orm'
import { read, type Database, type Statement } from '#db/client'
import { identityInvariants } from '#worker/audit/identity'
import type { Invariant, Violation } from '#worker/audit/invariant'
import { ledgerInvariants } from '#worker/audit/ledger'
import { marketInvariants } from '#worker/audit/market'
import { purchaseInvariants } from '#worker/audit/purchases'

export const INVARIANTS: readonly Invariant[] = [
  ...ledgerInvariants,
  ...identityInvariants,
  ...marketInvariants,
  ...purchaseInvariants,
]

const SHOWN = 20

export async function audit(db: Database): Promise<Violation[]> {
  const statements = INVARIANTS.map((one) =>
    db.all<Record<string, unknown>>(sql.raw(`SELECT * FROM (${one.sql}) LIMIT ${SHOWN}`)),
  )
  const answers = (await read(db, statements as unknown as [Statement])) as unknown as Record<
    string,
    unknown
  >[][]
  return INVARIANTS.flatMap(({ id, says }, i) => {
    const rows = answers[i] ?? []
    return rows.length > 0 ? [{ invariant: id, says, rows }] : []
  })
}
