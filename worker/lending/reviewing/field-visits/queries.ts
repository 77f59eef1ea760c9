import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { fieldVisits } from '#db/schema/reviewing'
import type { FieldVisit } from '#worker/lending/reviewing/field-visits/field-visit'

export type VisitRow = FieldVisit & { officerName: string }

const SELECT = sql`SELECT f.id AS id, f.application_id AS applicationId, f.officer_id AS officerId,
  f.visited_on AS visitedOn, f.place AS place, f.note AS note, f.picture AS picture,
  f.picture_type AS pictureType, f.created_at AS createdAt, p.name AS officerName
  FROM field_visits f JOIN people p ON p.id = f.officer_id`

/** The latest first. */
export function listVisits(db: Database, applicationId: string) {
  return db.all<VisitRow>(sql`${SELECT} WHERE f.application_id = ${applicationId}
    ORDER BY f.visited_on DESC, f.id DESC LIMIT 40`)
}

export function findVisit(db: Database, applicationId: string, id: string) {
  return db.all<VisitRow>(sql`${SELECT} WHERE f.id = ${id} AND f.application_id = ${applicationId}`)
}

export function insertVisit(db: Database, visit: FieldVisit): Statement {
  return db.insert(fieldVisits).values(visit)
}

export function putPicture(
  db: Database,
  id: string,
  { picture, pictureType }: { picture: string; pictureType: string },
): Statement {
  return db
    .update(fieldVisits)
    .set({ picture, pictureType })
    .where(and(eq(fieldVisits.id, id), isNull(fieldVisits.picture)))
}
