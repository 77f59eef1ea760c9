import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { tranches } from '#db/schema/applying'
import type { Tranche } from '#worker/lending/disbursing/tranches/tranche'

export function listTranches(db: Database, applicationId: string | SQL) {
  return db.all<Tranche>(sql`SELECT t.n AS n, t.amount AS amount, t.note AS note, t.seq AS seq
    FROM tranches t WHERE t.application_id = ${applicationId} ORDER BY t.n`)
}

export function putTranches(
  db: Database,
  { id: applicationId, lenderId }: { id: string; lenderId: string },
  divided: readonly Tranche[],
): Statement[] {
  return [
    db.run(sql`DELETE FROM tranches WHERE application_id = ${applicationId}`),
    ...(divided.length === 0
      ? []
      : [db.insert(tranches).values(divided.map((one) => ({ applicationId, lenderId, ...one })))]),
  ]
}

/** Handed over with that event of the loan, and not before. */
export function markHandedOver(
  db: Database,
  applicationId: string,
  { n, seq }: { n: number; seq: number },
): Statement[] {
  return [
    assertHolds(
      db,
      sql`(SELECT seq IS NULL FROM tranches WHERE application_id = ${applicationId}
        AND n = CAST(${n} AS INTEGER))`,
      'tranche_once',
    ),
    db.run(sql`UPDATE tranches SET seq = CAST(${seq} AS INTEGER)
      WHERE application_id = ${applicationId} AND n = CAST(${n} AS INTEGER)`),
  ]
}
