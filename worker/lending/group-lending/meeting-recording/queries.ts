/** What a meeting writes beside the loan: lines, debts between members, the reserve; and takes back. */
import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import {
  insertCoverRepayments,
  insertCovers,
  insertReserveMoves,
} from '#worker/lending/group-lending/covers/queries'
import {
  insertPaymentParts,
  sharesSubject,
} from '#worker/lending/group-lending/loan-shares/queries'
import type { Meeting } from '#worker/lending/group-lending/meetings/meeting'
import type { Line, Settled } from '#worker/lending/group-lending/meetings/sheet'

export type CodedLine = Line & { code: string; leftAfter: number }

function insertLines(db: Database, meetingId: string, lines: readonly CodedLine[]): Statement {
  const rows = JSON.stringify(
    lines.map((one, i) => [
      one.shareId,
      i + 1,
      one.attended ? 1 : 0,
      one.asked,
      one.paid,
      one.coveredByReserve,
      one.coveredByMembers,
      one.gave,
      one.saved,
      one.paidBack,
      one.cash,
      one.leftAfter,
      one.code,
    ]),
  )
  return db.run(sql`
    INSERT INTO meeting_lines (meeting_id, share_id, position, attended, asked, paid,
      covered_by_reserve, covered_by_members, gave, saved, paid_back, cash, left_after, code)
    SELECT ${meetingId}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4,
      j.value->>5, j.value->>6, j.value->>7, j.value->>8, j.value->>9, j.value->>10, j.value->>11,
      j.value->>12
    FROM json_each(${rows}) j WHERE true`)
}

type Written = {
  meeting: Meeting
  settled: Settled
  lines: readonly CodedLine[]
  /** Of the shares, as they were read. */
  sharesVersion: number
  newId: () => string
}

/** All of a sheet but the loan, its receipts and the books. */
export function recordSheet(
  db: Database,
  { meeting, settled, lines, sharesVersion, newId }: Written,
): Statement[] {
  const { id, loanId, lenderId, groupId, heldOn, cashSeq, reserveSeq } = meeting
  const of = { lenderId, groupId, meetingId: id, movedOn: heldOn }
  const paidBackTo = (owedTo: string | null) =>
    settled.paidBack.filter((one) => (one.owedTo === null) === (owedTo === null))
  return [
    assertHolds(
      db,
      sql`(SELECT coalesce(max(seq), 0) FROM events WHERE subject = ${sharesSubject(loanId)})
        = ${sharesVersion}`,
      'shares_unchanged',
    ),
    insertLines(db, id, lines),
    ...(cashSeq === null
      ? []
      : insertPaymentParts(
          db,
          { loanId, seq: cashSeq },
          lines
            .filter((one) => one.paid > 0)
            .map((one) => ({ shareId: one.shareId, amount: one.paid })),
        )),
    ...insertCovers(
      db,
      settled.covers.map((one) => ({
        ...one,
        id: newId(),
        loanId,
        seq: (one.owedTo === null ? reserveSeq : cashSeq) ?? 0,
        meetingId: id,
        coveredOn: heldOn,
      })),
    ),
    ...insertCoverRepayments(
      db,
      settled.paidBack.map((one) => ({
        id: newId(),
        coverId: one.coverId,
        meetingId: id,
        amount: one.amount,
        paidOn: heldOn,
        recordedBy: meeting.recordedBy,
        recordedAt: meeting.recordedAt,
      })),
    ),
    ...insertReserveMoves(db, [
      ...lines.map((one) => ({
        ...of,
        id: newId(),
        kind: 'saved' as const,
        amount: one.saved,
        shareId: one.shareId,
      })),
      {
        ...of,
        id: newId(),
        kind: 'paid-back',
        amount: paidBackTo(null).reduce((all, one) => all + one.amount, 0),
      },
      { ...of, id: newId(), kind: 'covered', amount: -settled.fromReserve },
    ]),
  ]
}

type Unwritten = { meeting: Meeting; at: number; moveId: string }

/** Takes back what a meeting wrote between members; refuses if one paid back meanwhile. */
export function reverseSheet(db: Database, { meeting, at, moveId }: Unwritten): Statement[] {
  const { id, lenderId, groupId, toReserve, fromReserve, heldOn } = meeting
  const unpaid = sql`NOT EXISTS (SELECT 1 FROM covers c JOIN cover_repayments r
    ON r.cover_id = c.id AND r.reversed_at IS NULL WHERE c.meeting_id = ${id})`
  return [
    assertHolds(db, unpaid, 'covers_unpaid'),
    db.run(sql`
      UPDATE covers SET repaid = repaid - x.back
      FROM (SELECT cover_id AS id, sum(amount) AS back FROM cover_repayments
        WHERE meeting_id = ${id} AND reversed_at IS NULL GROUP BY cover_id) x
      WHERE covers.id = x.id`),
    db.run(sql`UPDATE cover_repayments SET reversed_at = CAST(${at} AS INTEGER)
      WHERE meeting_id = ${id} AND reversed_at IS NULL`),
    db.run(sql`UPDATE covers SET reversed_at = CAST(${at} AS INTEGER)
      WHERE meeting_id = ${id}`),
    ...insertReserveMoves(db, [
      {
        id: moveId,
        lenderId,
        groupId,
        kind: 'reversed',
        amount: fromReserve - toReserve,
        meetingId: id,
        movedOn: heldOn,
      },
    ]),
  ]
}
