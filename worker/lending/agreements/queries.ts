import { eq } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { agreements } from '#db/schema/applying'

/** What was accepted, word for word. */
export function findAgreement(db: Database, applicationId: string) {
  return db.select().from(agreements).where(eq(agreements.applicationId, applicationId))
}

export function insertAgreement(db: Database, agreed: typeof agreements.$inferInsert): Statement {
  return db.insert(agreements).values(agreed)
}
