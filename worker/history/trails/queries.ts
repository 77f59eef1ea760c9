import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { StepRow } from '#worker/history/trails/answers'

/**
 * What happened to a subject of an enterprise, the latest first, with the names of who did it. A companion is
 * one who held a grant of the enterprise at that time.
 */
export function listSteps(
  db: Database,
  { subject, enterpriseId }: { subject: SQL; enterpriseId: string },
  { before, limit }: { before?: number | undefined; limit: number },
) {
  const earlier = before === undefined ? sql`` : sql`AND v.seq < ${before}`
  return db.all<StepRow>(sql`
    SELECT v.seq AS seq, v.type AS type, v.at AS at, p.name AS name,
      EXISTS (SELECT 1 FROM companion_grants g WHERE g.person_id = v.actor_id
        AND g.enterprise_id = ${enterpriseId} AND v.at >= g.granted_at AND v.at < g.ends_at)
      AS companion
    FROM events v LEFT JOIN people p ON p.id = v.actor_id
    WHERE v.subject = ${subject} ${earlier} ORDER BY v.seq DESC LIMIT ${limit}`)
}
