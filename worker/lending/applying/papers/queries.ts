import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'

/** Whether its applicant lets the lender ask a credit bureau. */
export function findBureauConsent(db: Database, applicationId: string) {
  return db.all<{ id: string }>(sql`
    SELECT c.id AS id FROM consents c JOIN loan_applications a ON a.id = c.subject
    WHERE c.subject = ${applicationId} AND c.person_id = a.applicant_id AND c.purpose = 'bureau'
      AND c.withdrawn_at IS NULL LIMIT 1`)
}
