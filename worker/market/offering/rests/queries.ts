import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { rests } from '#db/schema/rests'
import type { Rest } from '#worker/market/offering/rests/rest'

export function findRest(db: Database, enterpriseId: string) {
  return db.all<Rest>(sql`
    SELECT starts_on AS "from", ends_on AS "to", note AS note FROM rests
    WHERE enterprise_id = ${enterpriseId}`)
}

export function insertRest(db: Database, enterpriseId: string, rest: Rest): Statement {
  const { from: startsOn, to: endsOn, note } = rest
  return db
    .insert(rests)
    .values({ enterpriseId, startsOn, endsOn, note })
    .onConflictDoUpdate({ target: rests.enterpriseId, set: { startsOn, endsOn, note } })
}

export function deleteRest(db: Database, enterpriseId: string): Statement {
  return db.run(sql`DELETE FROM rests WHERE enterprise_id = ${enterpriseId}`)
}
