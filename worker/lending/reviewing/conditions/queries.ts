import { and, eq, sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { loanApplications } from '#db/schema/loan-applications'
import { applicationConditions } from '#db/schema/reviewing'
import type { Condition } from '#worker/lending/reviewing/conditions/condition'

export type ConditionRow = Condition & { metByName: string | null }

export function listConditions(db: Database, applicationId: string) {
  return db.all<ConditionRow>(sql`
    SELECT c.n AS n, c.text AS text, c.met_by AS metBy, c.met_at AS metAt, c.note AS note,
      p.name AS metByName
    FROM application_conditions c LEFT JOIN people p ON p.id = c.met_by
    WHERE c.application_id = ${applicationId} ORDER BY c.n`)
}

export function insertConditions(
  db: Database,
  applicationId: string,
  texts: readonly string[],
): Statement[] {
  if (texts.length === 0) return []
  const rows = texts.map((text, i) => ({ applicationId, n: i + 1, text, note: '' }))
  return [db.insert(applicationConditions).values(rows)]
}

export function changeCondition(
  db: Database,
  applicationId: string,
  { n, metBy, metAt, note }: Condition,
): Statement {
  return db
    .update(applicationConditions)
    .set({ metBy, metAt, note })
    .where(
      and(eq(applicationConditions.applicationId, applicationId), eq(applicationConditions.n, n)),
    )
}

export function changeVersion(db: Database, id: string, version: number): Statement {
  return db.update(loanApplications).set({ version }).where(eq(loanApplications.id, id))
}

/** For the batch of a disbursement: every condition of the application is met. */
export function conditionsMet(db: Database, applicationId: string): Statement {
  return assertHolds(
    db,
    sql`NOT EXISTS (SELECT 1 FROM application_conditions
      WHERE application_id = ${applicationId} AND met_at IS NULL)`,
    'conditions_met',
  )
}
