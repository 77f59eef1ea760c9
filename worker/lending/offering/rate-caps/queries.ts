import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { rateCaps } from '#db/schema/loan-products'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'

type Row = Omit<typeof rateCaps.$inferSelect, 'lenderId'>

/** Rows hold what the domain wrote; only brands are added. */
export const capOf = (row: Row) => row as unknown as RateCap

/** All that a lender has recorded, latest first. */
export function listCaps(db: Database, lenderId: string | SQL) {
  return db.all<Row>(sql`
    SELECT programme AS programme, since AS since, nominal AS nominal, effective AS effective,
      source AS source
    FROM rate_caps WHERE lender_id = ${lenderId} ORDER BY since DESC, programme LIMIT 100`)
}

export function putCap(db: Database, lenderId: string, cap: RateCap): Statement {
  const { since, programme, ...rule } = cap
  return db
    .insert(rateCaps)
    .values({ lenderId, programme, since, ...rule })
    .onConflictDoUpdate({
      target: [rateCaps.lenderId, rateCaps.programme, rateCaps.since],
      set: rule,
    })
}
