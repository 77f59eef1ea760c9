import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { codTerms } from '#db/schema/statements'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { CodTerms } from '#worker/market/paying/cod/cod'

type Row = {
  enterpriseId: string
  offered: number
  most: number
  areas: string
  version: number | null
}

/** The terms of an enterprise of one's own, by slug or id; without a version she has said nothing yet. */
export function findCodTerms(db: Database, name: string, scope: readonly string[]) {
  return db.all<Row>(sql`
    SELECT o.id AS enterpriseId, t.offered AS offered, t.most AS most, t.areas AS areas,
      t.version AS version
    FROM organizations o LEFT JOIN cod_terms t ON t.enterprise_id = o.id
    WHERE (o.slug = ${name} OR o.id = ${name}) AND o.kind = 'enterprise'
      AND o.id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`)
}

/** Their events have a subject of their own: `cod:<enterprise>`. */
export function changeCodTerms(db: Database, terms: CodTerms, act: Act): Statement[] {
  const { enterpriseId, offered, most, areas, version } = terms
  const row = { offered: offered ? 1 : 0, most, areas: JSON.stringify(areas), version }
  return [
    recordEvents(db, [
      {
        ...{ ...act, subject: `cod:${enterpriseId}`, seq: version, type: 'changed' },
        data: { offered, most, areas },
      },
    ]),
    db
      .insert(codTerms)
      .values({ enterpriseId, ...row })
      .onConflictDoUpdate({ target: codTerms.enterpriseId, set: row }),
  ]
}
