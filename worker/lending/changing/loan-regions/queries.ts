import { eq } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loans } from '#db/schema/loans'

export function changeRegion(db: Database, loanId: string, regionCode: string): Statement {
  return db.update(loans).set({ regionCode }).where(eq(loans.id, loanId))
}
