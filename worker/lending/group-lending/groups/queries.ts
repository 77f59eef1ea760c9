import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Ladder } from '#worker/lending/group-lending/groups/ladder'
import type { MemberRecord } from '#worker/lending/group-lending/groups/member-record'
import { listLoansWhere, loanOf, type LoanRow } from '#worker/lending/servicing/loans/queries'
import type { RecordedEvent } from '#worker/lending/servicing/loans/record'

export type GroupRow = LoanRow & {
  memberCount: number
  debtors: number
  owedBetween: number
  reserve: number
  lastMeetingOn: string | null
  carried: number
}

type Whose = { lenderId: string } | { groupId: string }
type Page = { after?: string | undefined; limit: number }

/** Loans of a lender to groups, or of one group, newest first, with what members owe each other. */
export function listGroupLoans(db: Database, whose: Whose, { after, limit }: Page) {
  const its =
    'lenderId' in whose
      ? sql`l.lender_id = ${whose.lenderId} AND l.group_id IS NOT NULL`
      : sql`l.group_id = ${whose.groupId}`
  const behind = after ? sql`AND l.id < ${after}` : sql``
  const open = sql`FROM covers c WHERE c.loan_id = x.id AND c.reversed_at IS NULL
    AND c.repaid < c.amount`
  return db.all<GroupRow>(sql`
    SELECT x.*,
      (SELECT count(*) FROM loan_shares s WHERE s.loan_id = x.id) AS memberCount,
      (SELECT count(DISTINCT c.owed_by) ${open}) AS debtors,
      (SELECT coalesce(sum(c.amount - c.repaid), 0) ${open}) AS owedBetween,
      coalesce((SELECT a.credits - a.debits FROM accounts a
        WHERE a.id = x.lenderId || '/group-reserve/' || x.groupId), 0) AS reserve,
      (SELECT max(held_on) FROM meetings m WHERE m.loan_id = x.id
        AND m.status <> 'reversed') AS lastMeetingOn,
      (SELECT coalesce(sum(m.cash), 0) FROM meetings m WHERE m.loan_id = x.id
        AND m.status IN ('recorded', 'handed-over')) AS carried
    FROM (${listLoansWhere(sql`${its} ${behind}
      ORDER BY l.id DESC LIMIT ${limit + 1}`)}) x ORDER BY x.id DESC`)
}

const pair = (lender: string, group: string) => sql`
  l.lender_id = (SELECT id FROM organizations WHERE slug = ${lender})
  AND l.group_id = (SELECT id FROM organizations WHERE slug = ${group})`

/** The loans of a group with one lender, oldest first; the last twenty. */
export function listCycles(db: Database, lender: string, group: string) {
  const last = listLoansWhere(sql`${pair(lender, group)} ORDER BY l.id DESC LIMIT 20`)
  return db.all<LoanRow>(sql`SELECT * FROM (${last}) x ORDER BY x.id`)
}

export function listEventsOfCycles(db: Database, lender: string, group: string) {
  return db.all<RecordedEvent & { subject: string }>(sql`
    SELECT e.subject AS subject, e.seq AS seq, e.type AS type, e.data AS data FROM events e
    WHERE e.subject IN (SELECT l.id FROM loans l WHERE ${pair(lender, group)}
      ORDER BY l.id DESC LIMIT 20) ORDER BY e.subject, e.seq`)
}

export type RecordRow = Omit<MemberRecord, 'isOver'> & {
  who: string
  name: string
  personId: string | null
  isOver: number
}

/** Who is whom over several loans: her account, else her telephone, else her name. */
const records = (which: SQL) => sql`
  WITH s AS (
    SELECT s.id AS id, coalesce(s.person_id, s.phone, lower(s.name)) AS who, s.name AS name,
      s.person_id AS person_id, s.amount AS amount, l.id AS loan_id, l.status AS status
    FROM loan_shares s JOIN loans l ON l.id = s.loan_id WHERE ${which}),
  x AS (
    SELECT s.who AS who, y.* FROM s JOIN meeting_lines y ON y.share_id = s.id
    JOIN meetings m ON m.id = y.meeting_id AND m.status <> 'reversed')
  SELECT t.who AS who, t.name AS name, t.person_id AS personId, t.amount AS lastShare,
    t.status <> 'active' AS isOver, coalesce(z.meetings, 0) AS meetings,
    coalesce(z.attended, 0) AS attended, coalesce(z.asked, 0) AS asked,
    coalesce(z.paid, 0) AS paid, coalesce(z.asks, 0) AS asks, coalesce(z.kept, 0) AS kept,
    coalesce(z.helped, 0) AS helped, coalesce(z.covered, 0) AS coveredForHer,
    coalesce(z.gave, 0) AS gave,
    (SELECT coalesce(sum(c.amount - c.repaid), 0) FROM covers c JOIN s d ON d.id = c.owed_by
      WHERE d.who = t.who AND c.reversed_at IS NULL) AS owes,
    (SELECT coalesce(sum(c.amount - c.repaid), 0) FROM covers c JOIN s d ON d.id = c.owed_to
      WHERE d.who = t.who AND c.reversed_at IS NULL) AS owed
  FROM s t LEFT JOIN (
    SELECT who, count(*) AS meetings, sum(attended) AS attended, sum(asked) AS asked,
      sum(paid) AS paid, sum(asked > 0) AS asks, sum(asked > 0 AND paid >= asked) AS kept,
      sum(covered_by_reserve + covered_by_members > 0) AS helped,
      sum(covered_by_reserve + covered_by_members) AS covered, sum(gave) AS gave
    FROM x GROUP BY who) z ON z.who = t.who
  WHERE t.loan_id = (SELECT max(n.loan_id) FROM s n WHERE n.who = t.who)
  ORDER BY t.name, t.who LIMIT 120`

/** Every member of a group as her own record with a lender has it. */
export function listMemberRecords(db: Database, lender: string, group: string) {
  return db.all<RecordRow>(records(pair(lender, group)))
}

/** One person’s own record with a lender, over all groups she borrowed with; for her dossier. */
export function findMemberRecord(db: Database, personId: string | SQL, lenderId: string | SQL) {
  return db.all<RecordRow>(records(sql`s.person_id = ${personId} AND l.lender_id = ${lenderId}`))
}

export const lenderOfApplication = (id: string) =>
  sql`(SELECT lender_id FROM loan_applications WHERE id = ${id})`

/** The same of who applies for a loan of her own, with the lender she applies to. */
export function findRecordOfApplicant(db: Database, applicationId: string) {
  const applicant = sql`(SELECT applicant_id FROM loan_applications
    WHERE id = ${applicationId} AND group_id IS NULL)`
  return findMemberRecord(db, applicant, lenderOfApplication(applicationId))
}

export function recordOf({ who: _, name: __, personId: ___, isOver, ...row }: RecordRow) {
  return { ...row, isOver: isOver === 1 } satisfies MemberRecord
}

export type LadderRow = Ladder & { version: number }

/** By the lender’s slug, or her id. */
export function findLadder(db: Database, lender: string) {
  return findLadderOf(
    db,
    sql`(SELECT id FROM organizations WHERE slug = ${lender}
    OR id = ${lender})`,
  )
}

export function findLadderOf(db: Database, lenderId: SQL) {
  return db.all<LadderRow>(sql`
    SELECT d.first_limit AS firstLimit, d.most AS most, d.growth AS growth, d.kept AS kept,
      d.lowered AS lowered, d.late_allowed AS lateAllowed, d.version AS version
    FROM group_ladders d WHERE d.lender_id = ${lenderId}`)
}

export function recordLadder(db: Database, lenderId: string, ladder: LadderRow): Statement {
  const { firstLimit, most, growth, kept, lowered, lateAllowed, version } = ladder
  const values = [firstLimit, most, growth, kept, lowered, lateAllowed, version]
  return db.run(sql`
    INSERT INTO group_ladders (lender_id, first_limit, most, growth, kept, lowered, late_allowed,
      version)
    SELECT ${lenderId}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4,
      j.value->>5, j.value->>6 FROM json_each(${JSON.stringify([values])}) j WHERE true
    ON CONFLICT (lender_id) DO UPDATE SET first_limit = excluded.first_limit,
      most = excluded.most, growth = excluded.growth, kept = excluded.kept,
      lowered = excluded.lowered, late_allowed = excluded.late_allowed,
      version = excluded.version`)
}

/** The loan of a row, without what stands beside it. */
export function loanOfGroup(row: GroupRow) {
  const { memberCount: _, debtors: __, owedBetween: ___, ...rest } = row
  const { reserve: ____, lastMeetingOn: _____, carried: ______, ...loan } = rest
  return loanOf(loan)
}
