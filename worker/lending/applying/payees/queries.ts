import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { payeeChanges } from '#db/schema/applying'
import type { NamedPayee } from '#worker/lending/applying/payees/answers'
import type { PayeeChange } from '#worker/lending/applying/payees/payee'

const SELECT = sql`
  SELECT y.id AS id, y.application_id AS applicationId, y.lender_id AS lenderId,
    y.bank_name AS bankName, y.bank_account AS bankAccount, y.bank_holder AS bankHolder,
    y.status AS status, y.asked_by AS askedBy, y.asked_at AS askedAt, y.decided_by AS decidedBy,
    y.decided_at AS decidedAt, w.name AS deciderName`

/** The latest change of an application's account. */
export function findPayee(db: Database, applicationId: string) {
  return db.all<NamedPayee>(sql`${SELECT} FROM payee_changes y
    LEFT JOIN people w ON w.id = y.decided_by
    WHERE y.application_id = ${applicationId} ORDER BY y.id DESC LIMIT 1`)
}

export type WaitingPayeeRow = NamedPayee & {
  code: string
  applicantName: string
  nowName: string | null
  nowAccount: string | null
  nowHolder: string | null
}

export function listWaitingPayees(
  db: Database,
  lenderId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const behind = after ? sql`AND y.id > ${after}` : sql``
  return db.all<WaitingPayeeRow>(sql`${SELECT}, a.code AS code, u.name AS applicantName,
      a.bank_name AS nowName, a.bank_account AS nowAccount, a.bank_holder AS nowHolder
    FROM payee_changes y JOIN loan_applications a ON a.id = y.application_id
    JOIN people u ON u.id = a.applicant_id LEFT JOIN people w ON w.id = y.decided_by
    WHERE y.lender_id = ${lenderId} AND y.status = 'waiting' ${behind}
    ORDER BY y.id LIMIT ${limit + 1}`)
}

export function insertPayee(db: Database, change: PayeeChange): Statement {
  return db.insert(payeeChanges).values(change)
}

export function recordPayeeDecision(db: Database, change: PayeeChange): Statement {
  const { status, decidedBy, decidedAt } = change
  return db
    .update(payeeChanges)
    .set({ status, decidedBy, decidedAt })
    .where(eq(payeeChanges.id, change.id))
}
