import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { ties } from '#db/schema/reviewing'
import type { Tie } from '#worker/lending/reviewing/ties/tie'

/**
 * Whether the application `a` concerns her: she is its applicant, a member of its group, or stands for it,
 * or she is tied to one of them, whichever of the two has stated it.
 */
export function isConcerned(personId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM people me JOIN (
      SELECT id AS id, phone AS phone FROM people WHERE id = a.applicant_id
      UNION ALL SELECT p.id, p.phone FROM memberships m JOIN people p ON p.id = m.person_id
        WHERE m.organization_id = a.group_id
      UNION ALL SELECT person_id, destination FROM pledges
        WHERE application_id = a.id AND status <> 'declined') u
    WHERE me.id = ${personId} AND (u.id = me.id OR u.phone = me.phone OR EXISTS (
      SELECT 1 FROM ties t
      WHERE t.ended_at IS NULL AND (t.lender_id IS NULL OR t.lender_id = a.lender_id)
        AND ((t.person_id = me.id AND t.phone = u.phone)
          OR (t.person_id = u.id AND t.phone = me.phone)))))`
}

export type TieRow = {
  id: string
  personId: string
  personName: string
  phone: string
  relation: Tie['relation']
  statedAt: number
}

const SELECT = sql`SELECT t.id AS id, t.person_id AS personId, p.name AS personName, t.phone AS phone,
  t.relation AS relation, t.stated_at AS statedAt FROM ties t JOIN people p ON p.id = t.person_id`

export function listOwnTies(db: Database, personId: string) {
  return db.all<TieRow>(sql`${SELECT}
    WHERE t.person_id = ${personId} AND t.lender_id IS NULL AND t.ended_at IS NULL
    ORDER BY t.id LIMIT 100`)
}

/** Those that its owner has recorded: never what somebody stated of herself. */
export function listTiesOf(
  db: Database,
  lenderId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const behind = after ? sql`AND t.id > ${after}` : sql``
  return db.all<TieRow>(sql`${SELECT} WHERE t.lender_id = ${lenderId} AND t.ended_at IS NULL
    ${behind} ORDER BY t.id LIMIT ${limit + 1}`)
}

/** Whoever works at a lender, in any role. */
export function findColleague(db: Database, lender: SQL, personId: string) {
  return db.all<{ id: string; name: string; phone: string | null; roles: string }>(sql`
    SELECT p.id AS id, p.name AS name, p.phone AS phone, group_concat(m.role, ' ') AS roles
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.organization_id = ${lender} AND m.person_id = ${personId} GROUP BY p.id`)
}

/** One that may be ended: her own, or one that the lender has recorded. */
export function findTie(
  db: Database,
  id: string,
  whose: { personId: string } | { lenderId: string },
) {
  const own =
    'personId' in whose
      ? sql`t.person_id = ${whose.personId} AND t.lender_id IS NULL`
      : sql`t.lender_id = ${whose.lenderId}`
  return db.all<TieRow>(sql`${SELECT} WHERE t.id = ${id} AND t.ended_at IS NULL AND ${own}`)
}

export function insertTie(db: Database, tie: Tie): Statement {
  return db.insert(ties).values(tie)
}

/** Kept with its end, so that who judged while it held can be told. */
export function endTie(db: Database, id: string, at: number): Statement {
  return db
    .update(ties)
    .set({ endedAt: at })
    .where(and(eq(ties.id, id), isNull(ties.endedAt)))
}
