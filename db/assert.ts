/** Statements that guard a batch: they write nothing, they only let it through or end it. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'

/** Ends the batch with the refusal that `name` stands for in db/constraints.ts, unless it holds. */
export function assertHolds(db: Database, condition: SQL, name: string): Statement {
  return db.run(sql`INSERT INTO assertions (holds, name) SELECT (${condition}), ${name}`)
}
