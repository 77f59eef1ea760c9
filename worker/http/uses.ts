/**
 * Counted uses: at most `most` within a window of time. The statement stands in the batch of the act it
 * limits, so counting and acting cannot come apart and need no trip of their own.
 */
import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { uses } from '#db/schema/shell'

export type Limit = { key: string; most: number; windowMs: number }

export function countUse(db: Database, { key, most, windowMs }: Limit, now: number): Statement {
  const window = Math.floor(now / windowMs)
  // The row offered counts one, so that the CHECK is first tested on what an UPDATE would make of it.
  return db
    .insert(uses)
    .values({ key, window, count: 1, most, expiresAt: (window + 1) * windowMs })
    .onConflictDoUpdate({
      target: [uses.key, uses.window],
      set: { count: sql`${uses.count} + 1`, most },
    })
}
