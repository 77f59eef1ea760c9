import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { lossProvisions } from '#db/schema/lender-books'
import type { ProvisionRow } from '#worker/lending/bookkeeping/provisions/answers'

const STANDING = (book: string) => sql`coalesce((SELECT t.credits - t.debits FROM book_totals t
  WHERE t.book = ${book} AND t.code = 'loss-allowance'), 0)`

export function findAllowance(db: Database, book: string) {
  return db.all<{ allowance: number }>(sql`SELECT ${STANDING(book)} AS allowance`)
}

/** Lets a batch through only if the allowance stands where the provision wants it. */
export function guardAllowance(db: Database, book: string, target: number): Statement {
  return assertHolds(db, sql`${STANDING(book)} = ${target}`, 'allowance_as_read')
}

export function insertProvision(
  db: Database,
  provision: typeof lossProvisions.$inferInsert,
): Statement {
  return db.insert(lossProvisions).values(provision)
}

export function listProvisions(
  db: Database,
  lenderId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const older = after ? sql`AND v.id < ${after}` : sql``
  return db.all<ProvisionRow>(sql`
    SELECT v.id AS id, v.provided_on AS providedOn, v.source AS source, v.classes AS classes,
      v.target AS target, v.change AS change, v.entry_id AS entryId,
      coalesce(p.name, v.decided_by) AS decidedBy, v.decided_at AS decidedAt
    FROM loss_provisions v LEFT JOIN people p ON p.id = v.decided_by
    WHERE v.lender_id = ${lenderId} ${older} ORDER BY v.id DESC LIMIT ${limit + 1}`)
}
