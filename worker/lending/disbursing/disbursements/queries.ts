import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { disbursements } from '#db/schema/applying'
import type {
  AwaitedPartRow,
  AwaitingRow,
  DisbursementRow,
} from '#worker/lending/disbursing/disbursements/answers'
import type { HandedOver } from '#worker/lending/disbursing/disbursements/disbursement'

type Page = { after?: string | undefined; limit: number }

/** Accepted and not handed over, longest first, with the sums of the agreement. */
export function listAwaiting(db: Database, lenderId: string, { after, limit }: Page) {
  const behind = after ? sql`AND a.id > ${after}` : sql``
  return db.all<AwaitingRow>(sql`
    SELECT a.id AS id, a.code AS code, p.name AS product, u.name AS borrower, o.name AS "group",
      a.approved_amount AS amount, coalesce(t.amount, a.approved_amount) AS now,
      coalesce(g.content -> '$.deductions', '[]') AS deductions, 0 AS received,
      a.approved_instalments AS instalments, a.accepted_at AS acceptedAt,
      a.bank_name AS bankName, a.bank_account AS bankAccount, a.bank_holder AS bankHolder,
      EXISTS (SELECT 1 FROM payee_changes y
        WHERE y.application_id = a.id AND y.status = 'waiting') AS accountWaits,
      (SELECT json_group_array(c.text) FROM application_conditions c
        WHERE c.application_id = a.id AND c.met_at IS NULL) AS unmet,
      (SELECT count(*) FROM tranches x WHERE x.application_id = a.id) AS parts
    FROM loan_applications a JOIN loan_products p ON p.id = a.product_id
    JOIN people u ON u.id = a.applicant_id LEFT JOIN organizations o ON o.id = a.group_id
    LEFT JOIN agreements g ON g.application_id = a.id
    LEFT JOIN tranches t ON t.application_id = a.id AND t.n = 1
    WHERE a.lender_id = ${lenderId} AND a.status = 'accepted' ${behind}
    ORDER BY a.id LIMIT ${limit + 1}`)
}

/** The next part of each running loan that has one to come. */
export function listAwaitedParts(db: Database, lenderId: string, { after, limit }: Page) {
  const behind = after ? sql`AND t.application_id > ${after}` : sql``
  return db.all<AwaitedPartRow>(sql`
    SELECT t.application_id AS applicationId, l.id AS loanId, l.number AS number, u.name AS borrower,
      min(t.n) AS n, t.amount AS amount, t.note AS note, a.bank_name AS bankName,
      a.bank_account AS bankAccount, a.bank_holder AS bankHolder
    FROM tranches t INDEXED BY tranches_to_come
    JOIN loans l ON l.application_id = t.application_id AND l.status = 'active'
    JOIN loan_applications a ON a.id = t.application_id JOIN people u ON u.id = l.borrower_id
    WHERE t.lender_id = ${lenderId} AND t.seq IS NULL ${behind}
    GROUP BY t.application_id ORDER BY t.application_id LIMIT ${limit + 1}`)
}

/** The application that a loan came of, as an expression. */
export const applicationOf = (loanId: string): SQL =>
  sql`(SELECT application_id FROM loans WHERE id = ${loanId})`

/** The borrower's regency: her group's, her enterprise's, her address's, or that of her NIK. */
export function findRegion(db: Database, applicationId: string) {
  return db.all<{ code: string | null }>(sql`
    SELECT coalesce(
      (SELECT e.regency_code FROM enterprises e WHERE e.organization_id = a.group_id),
      (SELECT e.regency_code FROM memberships m
        JOIN enterprises e ON e.organization_id = m.organization_id
        WHERE m.person_id = a.applicant_id ORDER BY m.since LIMIT 1),
      (SELECT substr(d.area_code, 1, 5) FROM addresses d
        WHERE d.person_id = a.applicant_id ORDER BY d.preferred DESC, d.id LIMIT 1),
      (SELECT substr(i.nik_shown, 1, 2) || '.' || substr(i.nik_shown, 3, 2)
        FROM application_identities i WHERE i.application_id = a.id)) AS code
    FROM loan_applications a WHERE a.id = ${applicationId}`)
}

type New = HandedOver & Omit<typeof disbursements.$inferInsert, 'number' | 'deductions'>

/** Numbered without a gap after the lender's last hand-over. */
export function insertDisbursement(db: Database, { deductions, ...one }: New): Statement {
  const number = sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM disbursements
    WHERE lender_id = ${one.lenderId})`
  return db.insert(disbursements).values({ ...one, number, deductions: JSON.stringify(deductions) })
}

/** Nothing is paid while another account waits, to one that has just been replaced, or unaccepted. */
export function assertPayable(
  db: Database,
  { id, bankAccount }: { id: string; bankAccount: string | null },
): Statement[] {
  return [
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM payee_changes
        WHERE application_id = ${id} AND status = 'waiting')
        AND (SELECT bank_account IS ${bankAccount} FROM loan_applications WHERE id = ${id})`,
      'account_approved',
    ),
    assertHolds(
      db,
      sql`EXISTS (SELECT 1 FROM agreements WHERE application_id = ${id})
        AND NOT EXISTS (SELECT 1 FROM pledges
          WHERE application_id = ${id} AND status <> 'confirmed')`,
      'pledges_confirmed',
    ),
  ]
}

const SELECT = sql`
  SELECT d.code AS code, d.number AS number, o.name AS lender, d.loan_id AS loanId,
    l.number AS loanNumber, b.name AS borrower, g.name AS "group", d.recipient AS recipient,
    d.channel AS channel, d.bank_name AS bankName, d.bank_account AS bankAccount,
    d.bank_holder AS bankHolder, d.reference AS reference, d.amount AS amount,
    d.deductions AS deductions, d.received AS received, d.handed_on AS handedOn,
    w.name AS recordedBy, d.recorded_at AS recordedAt
  FROM disbursements d JOIN loans l ON l.id = d.loan_id
  JOIN organizations o ON o.id = d.lender_id JOIN people b ON b.id = l.borrower_id
  JOIN people w ON w.id = d.recorded_by LEFT JOIN organizations g ON g.id = l.group_id`

export function findDisbursement(db: Database, code: string) {
  return db.all<DisbursementRow>(sql`${SELECT} WHERE d.code = ${code}`)
}

/** What was handed over of a loan, in order. */
export function listDisbursements(db: Database, loanId: string) {
  return db.all<DisbursementRow>(sql`${SELECT} WHERE d.loan_id = ${loanId} ORDER BY d.seq`)
}
