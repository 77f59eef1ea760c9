import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { scorecards } from '#db/schema/reviewing'
import { FIRST_CARD } from '#worker/lending/reviewing/scorecards/first-card'
import type { Scorecard } from '#worker/lending/reviewing/scorecards/scorecard'

export type CardVersion = {
  version: number
  card: string
  note: string
  changedByName: string | null
  changedAt: number
}

/** The versions of a lender's card, the one in force first. */
export function listVersions(
  db: Database,
  lenderId: string,
  page: { after?: number; limit: number },
) {
  const behind = page.after === undefined ? sql`` : sql`AND s.version < ${page.after}`
  return db.all<CardVersion>(sql`
    SELECT s.version AS version, s.card AS card, s.note AS note, p.name AS changedByName,
      s.changed_at AS changedAt
    FROM scorecards s LEFT JOIN people p ON p.id = s.changed_by
    WHERE s.lender_id = ${lenderId} ${behind} ORDER BY s.version DESC LIMIT ${page.limit + 1}`)
}

/** The card in force; `lender` is an expression, so that it is found in the trip of its application. */
export function findCardInForce(db: Database, lender: SQL) {
  return db.all<{ version: number; card: string }>(sql`
    SELECT version, card FROM scorecards WHERE lender_id = ${lender}
    ORDER BY version DESC LIMIT 1`)
}

export type InForce = { version: number; card: Scorecard }

/** What is kept, or the card that every desk begins with. */
export function cardOf(row: { version: number; card: string } | undefined): InForce {
  if (!row) return { version: 1, card: FIRST_CARD }
  return { version: row.version, card: JSON.parse(row.card) as Scorecard }
}

/** Writes the first card down as soon as something is judged by it, so that it can be read for ever. */
export function keepFirstCard(db: Database, lenderId: string, at: number): Statement {
  return db.run(sql`
    INSERT INTO scorecards (lender_id, version, card, note, changed_by, changed_at)
    SELECT ${lenderId}, 1, ${JSON.stringify(FIRST_CARD)}, '', NULL, CAST(${at} AS INTEGER)
    WHERE NOT EXISTS (SELECT 1 FROM scorecards WHERE lender_id = ${lenderId})`)
}

export function insertVersion(
  db: Database,
  { card, ...kept }: Omit<typeof scorecards.$inferInsert, 'card'> & { card: Scorecard },
): Statement {
  return db.insert(scorecards).values({ ...kept, card: JSON.stringify(card) })
}
