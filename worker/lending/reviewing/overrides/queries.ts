import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { overrides } from '#db/schema/reviewing'
import type { Override } from '#worker/lending/reviewing/overrides/override'

export type OverrideRow = Omit<Override, 'suggested' | 'chosen'> & {
  suggested: string
  chosen: string
  personName: string
  code: string
  borrower: string
  outcome: string
}

export function insertOverrides(db: Database, kept: readonly Override[]): Statement[] {
  if (kept.length === 0) return []
  const rows = kept.map(({ suggested, chosen, ...one }) => ({
    ...one,
    suggested: JSON.stringify(suggested),
    chosen: JSON.stringify(chosen),
  }))
  return [db.insert(overrides).values(rows)]
}

type Key = readonly [at: number, applicationId: string, seq: number]

/** A lender's, the latest first. */
export function listOverrides(
  db: Database,
  lenderId: string,
  { after, limit }: { after?: Key | undefined; limit: number },
) {
  const behind = after
    ? sql`AND (o.at, o.application_id, o.seq) < (${after[0]}, ${after[1]}, ${after[2]})`
    : sql``
  return db.all<OverrideRow>(sql`
    SELECT o.application_id AS applicationId, o.seq AS seq, o.lender_id AS lenderId,
      o.person_id AS personId, o.against AS against, o.suggested AS suggested,
      o.chosen AS chosen, o.why AS why, o.at AS at, p.name AS personName, a.code AS code,
      coalesce(g.name, u.name) AS borrower, a.status AS outcome
    FROM overrides o JOIN people p ON p.id = o.person_id
    JOIN loan_applications a ON a.id = o.application_id
    JOIN people u ON u.id = a.applicant_id LEFT JOIN organizations g ON g.id = a.group_id
    WHERE o.lender_id = ${lenderId} ${behind}
    ORDER BY o.at DESC, o.application_id DESC, o.seq DESC LIMIT ${limit + 1}`)
}
