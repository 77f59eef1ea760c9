import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { assertHolds } from '#db/assert'
import { signInCodes } from '#db/schema/identity'
import { MOST_TRIES } from '#worker/identity/sign-in-codes/sign-in-code'

export type KeptCode = {
  destination: string
  codeHash: string
  expiresAt: number
  createdAt: number
}

/** A new code replaces the one before, with all its tries. */
export function insertSignInCode(db: Database, code: KeptCode): Statement {
  const { codeHash, expiresAt, createdAt } = code
  return db
    .insert(signInCodes)
    .values(code)
    .onConflictDoUpdate({
      target: signInCodes.destination,
      set: { codeHash, attempts: 0, expiresAt, createdAt },
    })
}

/** Counts a try and answers the hash to compare with; no row when none is left, or no code is valid. */
export function countTry(db: Database, destination: string, now: number) {
  return db
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(
      and(
        eq(signInCodes.destination, destination),
        gt(signInCodes.expiresAt, now),
        lt(signInCodes.attempts, MOST_TRIES),
      ),
    )
    .returning({ codeHash: signInCodes.codeHash, attempts: signInCodes.attempts })
}

/** Uses the code up; of two that use one code at once, the second ends here. */
export function useCode(db: Database, destination: string, codeHash: string): Statement[] {
  return [
    assertHolds(
      db,
      sql`EXISTS (SELECT 1 FROM sign_in_codes
        WHERE destination = ${destination} AND code_hash = ${codeHash})`,
      'code_unused',
    ),
    db.delete(signInCodes).where(eq(signInCodes.destination, destination)),
  ]
}
