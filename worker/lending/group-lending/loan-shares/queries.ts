import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanShareChanges } from '#db/schema/groups'
import type { KeptCredit } from '#worker/lending/group-lending/loan-shares/group-loan'
import type { Share, ShareChange } from '#worker/lending/group-lending/loan-shares/share'

/** Members of a loan in their order. */
export function listShares(db: Database, loanId: string | SQL) {
  return db.all<Share & { locale: 'id' | 'en' }>(sql`
    SELECT s.id AS id, s.person_id AS personId, s.name AS name, s.phone AS phone,
      s.amount AS amount, coalesce(p.locale, 'id') AS locale
    FROM loan_shares s LEFT JOIN people p ON p.id = s.person_id
    WHERE s.loan_id = ${loanId} ORDER BY s.position, s.id`)
}

/** Who paid what of each payment of a loan, for herself or for another. */
export function listCredits(db: Database, loanId: string | SQL) {
  return db.all<KeptCredit>(sql`
    SELECT seq, share_id AS "of", 'herself' AS "by", amount FROM payment_parts
    WHERE loan_id = ${loanId}
    UNION ALL
    SELECT seq, owed_by, CASE WHEN owed_to IS NULL THEN 'reserve' ELSE 'members' END, amount
    FROM covers WHERE loan_id = ${loanId} AND reversed_at IS NULL`)
}

const among = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** The same of several loans. */
export function listSharesAmong(db: Database, loanIds: readonly string[]) {
  return db.all<Share & { loanId: string }>(sql`
    SELECT loan_id AS loanId, id AS id, person_id AS personId, name AS name, phone AS phone,
      amount AS amount
    FROM loan_shares WHERE loan_id IN ${among(loanIds)} ORDER BY loan_id, position, id`)
}

export function listCreditsAmong(db: Database, loanIds: readonly string[]) {
  return db.all<KeptCredit & { loanId: string }>(sql`
    SELECT loan_id AS loanId, seq AS seq, share_id AS "of", 'herself' AS "by", amount AS amount
    FROM payment_parts WHERE loan_id IN ${among(loanIds)}
    UNION ALL
    SELECT loan_id, seq, owed_by, CASE WHEN owed_to IS NULL THEN 'reserve' ELSE 'members' END, amount
    FROM covers WHERE loan_id IN ${among(loanIds)} AND reversed_at IS NULL`)
}

/** What the lender holds for the group of a loan. */
export function findReserveOfLoan(db: Database, loanId: string) {
  return db.all<{ reserve: number }>(sql`
    SELECT a.credits - a.debits AS reserve FROM loans l
    JOIN accounts a ON a.id = l.lender_id || '/group-reserve/' || l.group_id
    WHERE l.id = ${loanId}`)
}

/** The history of a loan's shares is apart from the loan's own, which is what it is replayed from. */
export const sharesSubject = (loanId: string) => `${loanId}/shares`

export function findSharesVersion(db: Database, loanId: string) {
  return db.all<{ version: number }>(sql`
    SELECT coalesce(max(seq), 0) AS version FROM events WHERE subject = ${sharesSubject(loanId)}`)
}

type ChangeRow = Omit<ShareChange, 'shares'> & {
  shares: string
  proposerName: string
}

/** Proposed shares that wait for a second person. */
export function findWaitingChange(db: Database, loanId: string) {
  return db.all<ChangeRow>(sql`
    SELECT c.id AS id, c.loan_id AS loanId, c.shares AS shares, c.reason AS reason,
      c.status AS status, c.proposed_by AS proposedBy, c.proposed_at AS proposedAt,
      c.decided_by AS decidedBy, c.decided_at AS decidedAt, p.name AS proposerName
    FROM loan_share_changes c JOIN people p ON p.id = c.proposed_by
    WHERE c.loan_id = ${loanId} AND c.status = 'waiting'`)
}

export const changeOf = ({ shares, proposerName: _, ...row }: ChangeRow): ShareChange => ({
  ...row,
  shares: JSON.parse(shares) as Share[],
})

/** People behind telephone numbers, to link a member with her account. */
export function listPeopleAt(db: Database, phones: readonly string[]) {
  return db.all<{ personId: string; phone: string }>(sql`
    SELECT id AS personId, phone AS phone FROM people
    WHERE phone IN (SELECT value FROM json_each(${JSON.stringify(phones)}))`)
}

/** Members who stay, because something was written down about them. */
export function listBound(db: Database, loanId: string) {
  return db.all<{ id: string; name: string }>(sql`
    SELECT s.id AS id, s.name AS name FROM loan_shares s WHERE s.loan_id = ${loanId}
      AND (EXISTS (SELECT 1 FROM payment_parts p WHERE p.share_id = s.id)
        OR EXISTS (SELECT 1 FROM meeting_lines m WHERE m.share_id = s.id))`)
}

/** The shares as they are now: new ones added, others changed, who is not among them gone. */
export function recordShares(db: Database, loanId: string, shares: readonly Share[]): Statement[] {
  const rows = JSON.stringify(
    shares.map((one, i) => [one.id, i + 1, one.personId, one.name, one.phone, one.amount]),
  )
  return [
    db.run(sql`DELETE FROM loan_shares WHERE loan_id = ${loanId}
      AND id NOT IN (SELECT j.value->>0 FROM json_each(${rows}) j)`),
    db.run(sql`
      INSERT INTO loan_shares (id, loan_id, position, person_id, name, phone, amount)
      SELECT j.value->>0, ${loanId}, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5
      FROM json_each(${rows}) j WHERE true
      ON CONFLICT (id) DO UPDATE SET position = excluded.position, person_id = excluded.person_id,
        name = excluded.name, phone = excluded.phone, amount = excluded.amount`),
  ]
}

/** The shares that the members agreed to with the application become those of the loan. */
export function recordAgreedShares(
  db: Database,
  { loanId, applicationId }: { loanId: string; applicationId: string },
): Statement[] {
  return [
    db.run(sql`
      INSERT INTO loan_shares (id, loan_id, position, person_id, name, phone, amount)
      SELECT g.id, ${loanId}, row_number() OVER (ORDER BY g.agreed DESC, g.name, g.id), g.person_id, g.name,
        CASE WHEN g.destination LIKE '62%' THEN g.destination END, g.agreed
      FROM pledges g WHERE g.application_id = ${applicationId} AND g.kind = 'share'
        AND g.agreed > 0`),
  ]
}

export function insertShareChange(db: Database, change: ShareChange): Statement {
  return db.insert(loanShareChanges).values({ ...change, shares: JSON.stringify(change.shares) })
}

export function changeShareChange(db: Database, change: ShareChange): Statement {
  return db.run(sql`
    UPDATE loan_share_changes SET status = ${change.status}, decided_by = ${change.decidedBy},
      decided_at = CAST(${change.decidedAt} AS INTEGER) WHERE id = ${change.id}`)
}

/** What each paid herself of a payment; a payment is divided once. */
export function insertPaymentParts(
  db: Database,
  { loanId, seq }: { loanId: string; seq: number },
  parts: readonly { shareId: string; amount: number }[],
): Statement[] {
  if (parts.length === 0) return []
  const rows = JSON.stringify(parts.map((one) => [one.shareId, one.amount]))
  return [
    db.run(sql`
      INSERT INTO payment_parts (loan_id, seq, share_id, amount)
      SELECT ${loanId}, CAST(${seq} AS INTEGER), j.value->>0, j.value->>1
      FROM json_each(${rows}) j WHERE true`),
  ]
}
