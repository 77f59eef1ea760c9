import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { agreements } from '#db/schema/applying'
import { loans } from '#db/schema/loans'

/** What was accepted, word for word. */
export function findAgreement(db: Database, applicationId: string) {
  return db.select().from(agreements).where(eq(agreements.applicationId, applicationId))
}

/** What was accepted before a loan was handed over. */
export function findAgreementOfLoan(db: Database, loanId: string) {
  const application = sql`(SELECT application_id FROM ${loans} WHERE id = ${loanId})`
  return db.select().from(agreements).where(eq(agreements.applicationId, application))
}

export function insertAgreement(db: Database, agreed: typeof agreements.$inferInsert): Statement {
  return db.insert(agreements).values(agreed)
}
