/** The money that partners pay in for vouchers. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { partnerDeposits } from '#db/schema/vouchers'

type Listing = { after?: string | undefined; limit: number }

export function insertDeposit(
  db: Database,
  deposit: typeof partnerDeposits.$inferInsert,
): Statement {
  return db.insert(partnerDeposits).values(deposit)
}

/** What of it is not set aside for a voucher; `partner` is SQL for her id. */
export function findPartnerMoney(db: Database, partner: SQL) {
  return db.all<{ balance: number }>(sql`
    SELECT credits - debits AS balance FROM accounts
    WHERE code = 'partner-money' AND holder IN ${partner}
      AND book = (SELECT id FROM organizations WHERE kind = 'operator')`)
}

/** What all partners have paid in, the newest first. */
export function listAllDeposits(db: Database, { after, limit }: Listing) {
  const older = after === undefined ? sql`true` : sql`d.id < ${after}`
  return db.all<typeof partnerDeposits.$inferSelect & { partner: string; slug: string }>(sql`
    SELECT d.id AS id, d.partner_id AS partnerId, d.amount AS amount, d.received_on AS receivedOn,
      d.reference AS reference, d.created_at AS createdAt, o.name AS partner, o.slug AS slug
    FROM partner_deposits d JOIN organizations o ON o.id = d.partner_id
    WHERE ${older} ORDER BY d.id DESC LIMIT ${limit}`)
}

/** What a partner has paid in, the newest first. */
export function listDeposits(db: Database, partner: SQL, { after, limit }: Listing) {
  return db
    .select()
    .from(partnerDeposits)
    .where(
      after === undefined
        ? sql`partner_id IN ${partner}`
        : sql`partner_id IN ${partner} AND id < ${after}`,
    )
    .orderBy(sql`id DESC`)
    .limit(limit)
}
