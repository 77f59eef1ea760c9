import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { meetings } from '#db/schema/meetings'
import type { CoverRow } from '#worker/lending/group-lending/covers/queries'
import type { Meeting } from '#worker/lending/group-lending/meetings/meeting'

export type MeetingRow = Meeting & {
  loanNumber: number
  groupSlug: string
  groupName: string
  lenderSlug: string
  lenderName: string
  recorderName: string
  handerName: string | null
  receiverName: string | null
  attended: number
  members: number
}

const SELECT = sql`
  SELECT m.id AS id, m.loan_id AS loanId, m.lender_id AS lenderId, m.group_id AS groupId,
    m.held_on AS heldOn, m.place AS place, m.note AS note, m.status AS status, m.cash AS cash,
    m.to_loan AS toLoan, m.to_reserve AS toReserve, m.from_reserve AS fromReserve,
    m.cash_seq AS cashSeq, m.reserve_seq AS reserveSeq, m.recorded_by AS recordedBy,
    m.recorded_at AS recordedAt, m.handed_by AS handedBy, m.handed_at AS handedAt,
    m.received_by AS receivedBy, m.received_at AS receivedAt, m.version AS version,
    l.number AS loanNumber, g.slug AS groupSlug, g.name AS groupName, o.slug AS lenderSlug,
    o.name AS lenderName, r.name AS recorderName, h.name AS handerName, k.name AS receiverName,
    (SELECT sum(x.attended) FROM meeting_lines x WHERE x.meeting_id = m.id) AS attended,
    (SELECT count(*) FROM meeting_lines x WHERE x.meeting_id = m.id) AS members
  FROM meetings m JOIN loans l ON l.id = m.loan_id
  JOIN organizations g ON g.id = m.group_id JOIN organizations o ON o.id = m.lender_id
  JOIN people r ON r.id = m.recorded_by
  LEFT JOIN people h ON h.id = m.handed_by LEFT JOIN people k ON k.id = m.received_by`

const listed = (ids: readonly string[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Who may look at a meeting: who leads the group, who works for the lender. */
export type MeetingReach = { groups: readonly string[]; lenders: readonly string[] }

export function findMeeting(db: Database, id: string, { groups, lenders }: MeetingReach) {
  return db.all<MeetingRow>(sql`${SELECT} WHERE m.id = ${id}
    AND (m.group_id IN ${listed(groups)} OR m.lender_id IN ${listed(lenders)})`)
}

type Page = { after?: string | undefined; limit: number }

/** A lender's meetings, newest first; `carried` only those whose cash is not counted yet. */
export function listMeetingsOf(
  db: Database,
  lenderId: string,
  { which, after, limit }: Page & { which: 'all' | 'carried' },
) {
  const behind = after ? sql`AND m.id < ${after}` : sql``
  const carried = which === 'carried' ? sql`AND m.status IN ('recorded', 'handed-over')` : sql``
  return db.all<MeetingRow>(sql`${SELECT} WHERE m.lender_id = ${lenderId} ${carried} ${behind}
    ORDER BY m.id DESC LIMIT ${limit + 1}`)
}

/** Meetings about a loan, for who may look at the loan. */
export function listMeetingsOfLoan(
  db: Database,
  loanId: string,
  { groups, lenders, after, limit }: MeetingReach & Page,
) {
  const behind = after ? sql`AND m.id < ${after}` : sql``
  return db.all<MeetingRow>(sql`${SELECT} WHERE m.id IN (
      SELECT id FROM meetings WHERE loan_id = ${loanId})
    AND (m.group_id IN ${listed(groups)} OR m.lender_id IN ${listed(lenders)}) ${behind}
    ORDER BY m.id DESC LIMIT ${limit + 1}`)
}

/** The loan that a meeting was about, as SQL. */
export const loanOfMeeting = (id: string) => sql`(SELECT loan_id FROM meetings WHERE id = ${id})`

/** The meeting of that day which stands, if there is one. */
export function findMeetingOn(db: Database, loanId: string, on: string) {
  return db.all<{ id: string }>(sql`
    SELECT id FROM meetings WHERE loan_id = ${loanId} AND held_on = ${on}
      AND status <> 'reversed'`)
}

export type LineRow = {
  meetingId: string
  shareId: string
  name: string
  phone: string | null
  position: number
  attended: number
  asked: number
  paid: number
  coveredByReserve: number
  coveredByMembers: number
  gave: number
  saved: number
  paidBack: number
  cash: number
  leftAfter: number
  code: string
}

export function listLines(db: Database, meetingId: string) {
  return db.all<LineRow>(sql`
    SELECT x.meeting_id AS meetingId, x.share_id AS shareId, s.name AS name, s.phone AS phone,
      x.position AS position, x.attended AS attended, x.asked AS asked, x.paid AS paid,
      x.covered_by_reserve AS coveredByReserve, x.covered_by_members AS coveredByMembers,
      x.gave AS gave, x.saved AS saved, x.paid_back AS paidBack, x.cash AS cash,
      x.left_after AS leftAfter, x.code AS code
    FROM meeting_lines x JOIN loan_shares s ON s.id = x.share_id
    WHERE x.meeting_id = ${meetingId} ORDER BY x.position`)
}

/** Who paid for whom at a meeting. */
export function listCoversOfMeeting(db: Database, meetingId: string) {
  return db.all<CoverRow>(sql`
    SELECT c.id AS id, c.loan_id AS loanId, c.owed_by AS owedBy, c.owed_to AS owedTo,
      c.amount AS amount, c.repaid AS repaid, c.covered_on AS coveredOn,
      c.reversed_at AS reversedAt, c.version AS version, d.name AS owedByName,
      k.name AS owedToName, c.amount - c.repaid AS "left"
    FROM covers c JOIN loan_shares d ON d.id = c.owed_by
    LEFT JOIN loan_shares k ON k.id = c.owed_to
    WHERE c.meeting_id = ${meetingId} ORDER BY c.id`)
}

export function listReceiptsOfMeeting(db: Database, meetingId: string) {
  return db.all<{ code: string }>(sql`
    SELECT r.code AS code FROM meetings m
    JOIN receipts r ON r.loan_id = m.loan_id AND r.seq IN (m.cash_seq, m.reserve_seq)
    WHERE m.id = ${meetingId} ORDER BY r.number`)
}

/** Members' debts of that meeting that were paid back since. */
export function countRepaidSince(db: Database, meetingId: string) {
  return db.all<{ repaidSince: number }>(sql`
    SELECT count(*) AS repaidSince FROM covers c
    JOIN cover_repayments r ON r.cover_id = c.id AND r.reversed_at IS NULL
    WHERE c.meeting_id = ${meetingId}`)
}

export type ReceiptOfMember = {
  code: string
  name: string
  group: string
  lender: string
  loanNumber: number
  heldOn: string
  place: string
  attended: number
  asked: number
  paid: number
  coveredByReserve: number
  coveredByMembers: number
  gave: number
  saved: number
  paidBack: number
  cash: number
  leftAfter: number
  recordedBy: string
  recordedAt: number
  status: Meeting['status']
}

export function findMemberReceipt(db: Database, code: string) {
  return db.all<ReceiptOfMember>(sql`
    SELECT x.code AS code, s.name AS name, g.name AS "group", o.name AS lender,
      l.number AS loanNumber, m.held_on AS heldOn, m.place AS place, x.attended AS attended,
      x.asked AS asked, x.paid AS paid, x.covered_by_reserve AS coveredByReserve,
      x.covered_by_members AS coveredByMembers, x.gave AS gave, x.saved AS saved,
      x.paid_back AS paidBack, x.cash AS cash, x.left_after AS leftAfter, r.name AS recordedBy,
      m.recorded_at AS recordedAt, m.status AS status
    FROM meeting_lines x JOIN meetings m ON m.id = x.meeting_id
    JOIN loan_shares s ON s.id = x.share_id JOIN loans l ON l.id = m.loan_id
    JOIN organizations g ON g.id = m.group_id JOIN organizations o ON o.id = m.lender_id
    JOIN people r ON r.id = m.recorded_by WHERE x.code = ${code}`)
}

export function insertMeeting(db: Database, meeting: Meeting): Statement {
  return db.insert(meetings).values(meeting)
}

export function changeMeeting(db: Database, one: Meeting): Statement {
  return db
    .update(meetings)
    .set({
      status: one.status,
      handedBy: one.handedBy,
      handedAt: one.handedAt,
      receivedBy: one.receivedBy,
      receivedAt: one.receivedAt,
      version: one.version,
    })
    .where(eq(meetings.id, one.id))
}
