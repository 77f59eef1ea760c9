import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { payouts } from '#db/schema/payouts'
import type { LocalDate } from '#worker/kernel/calendar'
import { instant } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { OWING } from '#worker/ledger/queries'
import type { DueRow, NamedPayout } from '#worker/market/payouts/answers'
import type { Payout } from '#worker/market/payouts/payout'

/** Enterprises that are owed something, with what they are owed. */
export function listDue(
  db: Database,
  { book, after, limit }: { book: string; after?: string | undefined; limit: number },
) {
  return db.all<DueRow>(sql`
    SELECT a.holder AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone,
      a.credits - a.debits AS payable, e.bank_name AS bankName, e.bank_account AS bankAccount,
      e.bank_holder AS bankHolder
    FROM accounts a
    JOIN organizations o ON o.id = a.holder JOIN enterprises e ON e.organization_id = a.holder
    WHERE a.book = ${book} AND a.code = 'seller-payable' AND a.holder > ${after ?? ''}
      AND ${OWING}
    ORDER BY a.holder LIMIT ${limit}`)
}

/** An enterprise by id or slug, where its money goes, and what this book owes it. */
export function findPayee(db: Database, book: string, name: string) {
  return db.all<DueRow>(sql`
    SELECT o.id AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone,
      coalesce((SELECT credits - debits FROM accounts
        WHERE id = ${book} || '/seller-payable/' || o.id), 0) AS payable,
      e.bank_name AS bankName, e.bank_account AS bankAccount, e.bank_holder AS bankHolder
    FROM organizations o JOIN enterprises e ON e.organization_id = o.id
    WHERE o.id = ${name} OR o.slug = ${name}`)
}

export function insertPayout(db: Database, payout: Payout): Statement {
  return db.insert(payouts).values(payout)
}

type PayoutRow = typeof payouts.$inferSelect & { slug: string; name: string }

const COLUMNS = sql.raw(`p.id AS id, p.code AS code, p.enterprise_id AS enterpriseId,
  p.amount AS amount, p.status AS status, p.bank_name AS bankName, p.bank_account AS bankAccount,
  p.bank_holder AS bankHolder, p.reference AS reference, p.requested_at AS requestedAt,
  p.sent_on AS sentOn, p.sent_at AS sentAt, p.version AS version, o.slug AS slug, o.name AS name`)

type Asked = { before?: string | undefined; limit: number }

/** All payouts, the newest first. */
export function listPayouts(db: Database, { before, limit }: Asked) {
  const older = before ? sql`WHERE p.id < ${before}` : sql``
  return db.all<PayoutRow>(sql`
    SELECT ${COLUMNS} FROM payouts p JOIN organizations o ON o.id = p.enterprise_id
    ${older} ORDER BY p.id DESC LIMIT ${limit}`)
}

/** Payouts to one enterprise of these, by its slug or id, the newest first. */
export function listPayoutsTo(db: Database, enterpriseId: string, { before, limit }: Asked) {
  const older = before ? sql`AND p.id < ${before}` : sql``
  return db.all<PayoutRow>(sql`
    SELECT ${COLUMNS} FROM payouts p JOIN organizations o ON o.id = p.enterprise_id
    WHERE p.enterprise_id = ${enterpriseId} ${older} ORDER BY p.id DESC LIMIT ${limit}`)
}

export function payoutFrom(row: PayoutRow): NamedPayout {
  return {
    ...row,
    amount: amount(row.amount),
    requestedAt: instant(row.requestedAt),
    sentOn: row.sentOn as LocalDate | null,
    sentAt: row.sentAt === null ? null : instant(row.sentAt),
  }
}
