import { eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { loanApplications, loanProducts } from '#db/schema/loan-applications'

/** The product an application asks for, found by the application. */
export function findProductOf(db: Database, applicationId: string) {
  const product = sql`(SELECT product_id FROM ${loanApplications} WHERE id = ${applicationId})`
  return db.select().from(loanProducts).where(eq(loanProducts.id, product))
}

/** The life of an application with the names of who acted. */
export function listNamedEvents(db: Database, applicationId: string) {
  return db.all<{ type: string; by: string; at: number }>(sql`
    SELECT e.type AS type, coalesce(p.name, e.actor_id) AS "by", e.at AS at FROM events e
    LEFT JOIN people p ON p.id = e.actor_id WHERE e.subject = ${applicationId} ORDER BY e.seq`)
}
