import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { reserveMoves } from '#db/schema/groups'
import type { Cover } from '#worker/lending/group-lending/covers/cover'

export type CoverRow = Cover & { owedByName: string; owedToName: string | null; left: number }

const SELECT = sql`
  SELECT c.id AS id, c.loan_id AS loanId, c.owed_by AS owedBy, c.owed_to AS owedTo,
    c.amount AS amount, c.repaid AS repaid, c.covered_on AS coveredOn,
    c.reversed_at AS reversedAt, c.version AS version, d.name AS owedByName, k.name AS owedToName,
    c.amount - c.repaid AS "left"
  FROM covers c JOIN loan_shares d ON d.id = c.owed_by
  LEFT JOIN loan_shares k ON k.id = c.owed_to`

/** What members of a loan owe each other and the reserve, oldest first. */
export function listOpenCovers(db: Database, loanId: string | SQL) {
  return db.all<CoverRow>(sql`${SELECT} WHERE c.loan_id = ${loanId} AND c.reversed_at IS NULL
    AND c.repaid < c.amount ORDER BY c.covered_on, k.position, c.id`)
}

/** All that one member was helped with or helped with, newest first. */
export function listCoversOfShare(db: Database, shareId: string) {
  return db.all<CoverRow>(sql`${SELECT} WHERE c.id IN (
      SELECT id FROM covers WHERE owed_by = ${shareId} UNION ALL
      SELECT id FROM covers WHERE owed_to = ${shareId})
    AND c.reversed_at IS NULL ORDER BY c.id DESC LIMIT 100`)
}

export type CoverAround = CoverRow & {
  lenderId: string
  groupId: string
  creditorId: string | null
}

/** A cover with whose loan it belongs to. */
export function findCover(db: Database, id: string) {
  return db.all<CoverAround>(sql`
    SELECT x.*, l.lender_id AS lenderId, l.group_id AS groupId,
      (SELECT person_id FROM loan_shares WHERE id = x.owedTo) AS creditorId
    FROM (${SELECT} WHERE c.id = ${id}) x JOIN loans l ON l.id = x.loanId`)
}

type NewCover = Omit<Cover, 'repaid' | 'reversedAt' | 'version'> & {
  seq: number
  meetingId: string
}

export function insertCovers(db: Database, covers: readonly NewCover[]): Statement[] {
  if (covers.length === 0) return []
  const rows = JSON.stringify(
    covers.map((one) => [
      one.id,
      one.loanId,
      one.seq,
      one.meetingId,
      one.owedBy,
      one.owedTo,
      one.amount,
      one.coveredOn,
    ]),
  )
  return [
    db.run(sql`
      INSERT INTO covers (id, loan_id, seq, meeting_id, owed_by, owed_to, amount, repaid, covered_on,
        version)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
        j.value->>6, 0, j.value->>7, 0 FROM json_each(${rows}) j WHERE true`),
  ]
}

type NewRepayment = {
  id: string
  coverId: string
  meetingId: string | null
  amount: number
  paidOn: string
  recordedBy: string
  recordedAt: number
}

/** The repayments and what they leave of each cover; the database refuses more than is left. */
export function insertCoverRepayments(
  db: Database,
  repayments: readonly NewRepayment[],
): Statement[] {
  if (repayments.length === 0) return []
  const rows = JSON.stringify(
    repayments.map((one) => [
      one.id,
      one.coverId,
      one.meetingId,
      one.amount,
      one.paidOn,
      one.recordedBy,
      one.recordedAt,
    ]),
  )
  return [
    db.run(sql`
      INSERT INTO cover_repayments (id, cover_id, meeting_id, amount, paid_on, recorded_by,
        recorded_at)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
        j.value->>6 FROM json_each(${rows}) j WHERE true`),
    db.run(sql`
      UPDATE covers SET repaid = repaid + x.back
      FROM (SELECT j.value->>1 AS id, sum(j.value->>3) AS back FROM json_each(${rows}) j
        GROUP BY j.value->>1) x WHERE covers.id = x.id`),
  ]
}

/** The number of its last event. */
export function changeCover(db: Database, { id, version }: Cover): Statement {
  return db.run(sql`UPDATE covers SET version = CAST(${version} AS INTEGER) WHERE id = ${id}`)
}

type NewMove = typeof reserveMoves.$inferInsert

/** The story of a reserve goes on; moves of nothing are none. */
export function insertReserveMoves(db: Database, moves: readonly NewMove[]): Statement[] {
  const kept = moves.filter((one) => one.amount !== 0)
  if (kept.length === 0) return []
  const rows = JSON.stringify(
    kept.map((one) => [
      one.id,
      one.lenderId,
      one.groupId,
      one.kind,
      one.amount,
      one.shareId ?? null,
      one.meetingId ?? null,
      one.movedOn,
    ]),
  )
  return [
    db.run(sql`
      INSERT INTO reserve_moves (id, lender_id, group_id, kind, amount, share_id, meeting_id, moved_on)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
        j.value->>6, j.value->>7 FROM json_each(${rows}) j WHERE true`),
  ]
}
