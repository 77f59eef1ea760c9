import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { payoutShares } from '#db/schema/payout-shares'
import { amount, type Amount } from '#worker/kernel/money'
import { instant } from '#worker/kernel/calendar'
import type { Payer } from '#worker/lending/servicing/repayments/messages'
import type { Month } from '#worker/lending/servicing/payout-shares/floor'
import type { PayoutShare } from '#worker/lending/servicing/payout-shares/payout-share'

type Row = typeof payoutShares.$inferSelect

export function shareFrom({ waiting: _, ...row }: Row): PayoutShare {
  const { agreedAt, endedAt } = row
  return {
    ...row,
    floor: amount(row.floor),
    taken: amount(row.taken),
    floorShort: amount(row.floorShort),
    ahead: row.ahead === 1,
    agreedAt: instant(agreedAt),
    endedAt: endedAt === null ? null : instant(endedAt),
  }
}

const COLUMNS = sql`
  s.id AS id, s.loan_id AS loanId, s.lender_id AS lenderId, s.enterprise_id AS enterpriseId,
  s.agreed_by AS agreedBy, s.consent_id AS consentId, s.rate AS rate, s.floor AS floor,
  s.ahead AS ahead, s.agreed_at AS agreedAt, s.ended_at AS endedAt, s.line AS line,
  s.waiting AS waiting, s.taken AS taken, s.version AS version,
  s.floor_month AS floorMonth, s.floor_short AS floorShort`

/** The account of what the operator owes a seller. */
const payable = (enterprise: unknown) => sql`
  ((SELECT id FROM organizations WHERE kind = 'operator') || '/seller-payable/' || ${enterprise})`

/** The newest line of what the operator owes a seller: a share begins after it. */
export function findLastLine(db: Database, enterpriseId: string) {
  return db.all<{ line: number }>(sql`
    SELECT coalesce(max(seq), 0) AS line FROM account_lines WHERE account = ${payable(enterpriseId)}`)
}

export type ShareRow = Row & { enterpriseSlug: string; enterpriseName: string; thisMonth: number }

/** The share of a loan that is in force, and what it has brought since a day. */
export function findShareOf(db: Database, loanId: string, since: string) {
  return db.all<ShareRow>(sql`
    SELECT ${COLUMNS},
      o.slug AS enterpriseSlug, o.name AS enterpriseName,
      coalesce((SELECT sum(r.amount) FROM receipts r WHERE r.loan_id = s.loan_id
        AND r.channel = 'payout' AND r.received_on >= ${since} AND r.reversed_at IS NULL), 0) AS thisMonth
    FROM payout_shares s JOIN organizations o ON o.id = s.enterprise_id
    WHERE s.loan_id = ${loanId} AND s.ended_at IS NULL`)
}

export function insertShare(db: Database, share: PayoutShare): Statement {
  return db.insert(payoutShares).values({ ...share, ahead: share.ahead ? 1 : 0, waiting: 0 })
}

export function changeShare(db: Database, share: PayoutShare, waiting: 0 | 1): Statement {
  const { endedAt, line, taken, version } = share
  return db
    .update(payoutShares)
    .set({ endedAt, line, taken, version, waiting })
    .where(eq(payoutShares.id, share.id))
}

export type EarningRow = Row & {
  book: string
  earned: number
  payable: number
  newest: number
  loanStatus: string
}

/** Shares whose sellers have earned something since they last looked. */
export function listEarning(db: Database, most: number) {
  const held = (code: string) => sql`coalesce((SELECT abs(debits - credits) FROM accounts
    WHERE id = o.id || ${`/${code}/`} || s.enterprise_id), 0)`
  const lines = sql`FROM account_lines l JOIN entries e ON e.id = l.entry_id
    WHERE l.account = o.id || '/seller-payable/' || s.enterprise_id AND l.seq > s.line`
  return db.all<EarningRow>(sql`
    SELECT ${COLUMNS}, o.id AS book, n.status AS loanStatus,
      (SELECT coalesce(sum(l.change), 0) ${lines}
        AND e.rule IN ('order-completed', 'order-refund-due-after', 'invoice-paid')) AS earned,
      (SELECT coalesce(max(l.seq), s.line) ${lines}) AS newest,
      max(0, ${held('seller-payable')} - ${held('seller-receivable')}) AS payable
    FROM payout_shares s INDEXED BY payout_shares_waiting
    JOIN organizations o ON o.kind = 'operator' JOIN loans n ON n.id = s.loan_id
    WHERE s.waiting = 1 AND s.ended_at IS NULL ORDER BY s.id LIMIT ${most}`)
}

export const earningOf = (row: EarningRow): { earned: Amount; payable: Amount } => ({
  earned: amount(row.earned),
  payable: amount(row.payable),
})

/** Who agreed, and where she is told. */
export function findPayer(db: Database, personId: string) {
  return db.all<Payer>(sql`SELECT name, phone, locale FROM people WHERE id = ${personId}`)
}

export type UnheldRow = Row & Payer & { paid: number }

/** Shares whose floor was not held against a month that is over, and what was paid of their loans in it. */
export function listUnheld(db: Database, { name, from, until }: Month, most: number) {
  return db.all<UnheldRow>(sql`
    SELECT ${COLUMNS}, p.name AS name, p.phone AS phone, p.locale AS locale,
      coalesce((SELECT sum(r.amount) FROM receipts r WHERE r.loan_id = s.loan_id
        AND r.received_on >= ${from} AND r.received_on < ${until}
        AND r.reversed_at IS NULL), 0) AS paid
    FROM payout_shares s INDEXED BY payout_shares_floor JOIN people p ON p.id = s.agreed_by
    WHERE s.ended_at IS NULL AND s.floor > 0 AND s.floor_month < ${name}
    ORDER BY s.floor_month, s.id LIMIT ${most}`)
}

export const recordHeld = (db: Database, shares: readonly PayoutShare[]): Statement => {
  const rows = shares.map((one) => [one.id, one.floorMonth, one.floorShort, one.version])
  return db.run(sql`UPDATE payout_shares SET floor_month = j.value->>1, floor_short = j.value->>2,
    version = j.value->>3 FROM json_each(${JSON.stringify(rows)}) j WHERE payout_shares.id = j.value->>0`)
}
