import { and, desc, eq, lt } from 'drizzle-orm'
import type { Database } from '#db/client'
import { events } from '#db/schema/shell'
import { AUDIT } from '#worker/audit/audits/audited'

/** Audits that were done, the newest first. */
export function listAudits(
  db: Database,
  { before, limit }: { before?: number | undefined; limit: number },
) {
  const all = eq(events.subject, AUDIT)
  return db
    .select({ seq: events.seq, at: events.at, data: events.data })
    .from(events)
    .where(before === undefined ? all : and(all, lt(events.seq, before)))
    .orderBy(desc(events.seq))
    .limit(limit)
}
