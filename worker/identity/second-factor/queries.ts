import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { assertHolds } from '#db/assert'
import { people } from '#db/schema/identity'
import { uses } from '#db/schema/shell'

export type FactorRow = {
  totpSecret: string | null
  totpOffered: string | null
  totpConfirmedAt: number | null
  totpLastStep: number
  version: number
}

export function findFactor(db: Database, personId: string) {
  return db
    .select({
      totpSecret: people.totpSecret,
      totpOffered: people.totpOffered,
      totpConfirmedAt: people.totpConfirmedAt,
      totpLastStep: people.totpLastStep,
      version: people.version,
    })
    .from(people)
    .where(eq(people.id, personId))
}

/** A secret that counts once a code of it has been confirmed; the one before holds until then. */
export function offerSecret(db: Database, personId: string, sealed: string): Statement {
  return db.update(people).set({ totpOffered: sealed }).where(eq(people.id, personId))
}

/** The offered secret becomes the second factor; `version` is the person's after this event. */
export function enrolSecret(
  db: Database,
  { personId, step, at, version }: { personId: string; step: number; at: number; version: number },
): Statement {
  return db
    .update(people)
    .set({
      totpSecret: sql`${people.totpOffered}`,
      totpOffered: null,
      totpConfirmedAt: at,
      totpLastStep: step,
      version,
    })
    .where(eq(people.id, personId))
}

/** Uses a time step up; of two requests with one code, the second ends here. */
export function useStep(db: Database, personId: string, step: number): Statement[] {
  return [
    assertHolds(
      db,
      sql`(SELECT totp_last_step FROM people WHERE id = ${personId}) < ${step}`,
      'step_unused',
    ),
    db.update(people).set({ totpLastStep: step }).where(eq(people.id, personId)),
  ]
}

/** A right code forgives the wrong ones before it. */
export function forgiveTries(db: Database, key: string): Statement {
  return db.delete(uses).where(eq(uses.key, key))
}
