import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { qualityProfiles } from '#db/schema/portfolio'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Chosen, ProfileName } from '#worker/lending/reporting/quality/profiles'
import type { QualityClass } from '#worker/lending/reporting/quality/quality'

/** A choice as it is kept, or nothing of one. */
export type ProfileRow = {
  profile: ProfileName | null
  since: string | null
  classes: string | null
  source: string | null
}

export function chosenOf({ profile, since, classes, source }: ProfileRow): Chosen | null {
  if (profile === null || since === null) return null
  const own = classes === null ? null : (JSON.parse(classes) as QualityClass[])
  return { profile, since, source, classes: own }
}

/** The choice in force. */
export function findChosen(db: Database, lenderId: string) {
  return db.all<ProfileRow & { by: string }>(sql`
    SELECT q.profile AS profile, q.since AS since, q.classes AS classes, q.source AS source, p.name AS "by"
    FROM quality_profiles q JOIN people p ON p.id = q.chosen_by
    WHERE q.lender_id = ${lenderId} ORDER BY q.id DESC LIMIT 1`)
}

/** Keeps a choice, after which the portfolio is counted again. */
export function insertChoice(
  db: Database,
  choice: typeof qualityProfiles.$inferInsert,
  today: LocalDate,
): Statement[] {
  return [
    db.insert(qualityProfiles).values(choice),
    db.run(sql`UPDATE portfolio_runs SET due_on = ${today}, day = NULL, "after" = NULL, page = 0
      WHERE lender_id = ${choice.lenderId}`),
  ]
}
