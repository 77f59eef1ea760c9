import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { objections } from '#db/schema/applying'
import type { NamedObjection } from '#worker/lending/applying/objections/answers'
import type { Objection } from '#worker/lending/applying/objections/objection'

const SELECT = sql`
  SELECT b.application_id AS applicationId, b.lender_id AS lenderId, b.words AS words,
    b.objected_at AS objectedAt, b.reasons AS reasons, b.decided_by AS decidedBy,
    b.outcome AS outcome, b.answer AS answer, b.answered_by AS answeredBy,
    b.answered_at AS answeredAt, p.name AS answererName`

export function findObjection(db: Database, applicationId: string) {
  return db.all<NamedObjection>(sql`${SELECT} FROM objections b
    LEFT JOIN people p ON p.id = b.answered_by WHERE b.application_id = ${applicationId}`)
}

export type WaitingRow = NamedObjection & { code: string; applicantName: string }

/** What a lender has not answered yet, longest waiting first. */
export function listWaitingObjections(
  db: Database,
  lenderId: string,
  { after, limit }: { after?: readonly [number, string] | undefined; limit: number },
) {
  const behind = after
    ? sql`AND (b.objected_at, b.application_id) > (${after[0]}, ${after[1]})`
    : sql``
  return db.all<WaitingRow>(sql`${SELECT}, a.code AS code, u.name AS applicantName
    FROM objections b JOIN loan_applications a ON a.id = b.application_id
    JOIN people u ON u.id = a.applicant_id LEFT JOIN people p ON p.id = b.answered_by
    WHERE b.lender_id = ${lenderId} AND b.outcome IS NULL ${behind}
    ORDER BY b.objected_at, b.application_id LIMIT ${limit + 1}`)
}

export function insertObjection(db: Database, objection: Objection): Statement {
  return db.insert(objections).values(objection)
}

export function changeObjection(db: Database, one: Objection): Statement {
  const { outcome, answer, answeredBy, answeredAt } = one
  return db
    .update(objections)
    .set({ outcome, answer, answeredBy, answeredAt })
    .where(eq(objections.applicationId, one.applicationId))
}
