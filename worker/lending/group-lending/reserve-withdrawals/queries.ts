import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { reserveWithdrawals } from '#db/schema/groups'
import type { Withdrawal } from '#worker/lending/group-lending/reserve-withdrawals/withdrawal'

/** With who asked, and where she is told; the names of both sides. */
export type WithdrawalRow = Withdrawal & {
  askerName: string
  phone: string | null
  locale: 'id' | 'en'
  lenderSlug: string
  lenderName: string
  groupSlug: string
}

const SELECT = sql`
  SELECT w.id AS id, w.lender_id AS lenderId, w.group_id AS groupId, w.amount AS amount,
    w.reason AS reason, w.status AS status, w.asked_by AS askedBy, w.asked_at AS askedAt,
    w.decided_by AS decidedBy, w.decided_at AS decidedAt, w.version AS version,
    w.answer AS answer, p.name AS askerName, p.phone AS phone, p.locale AS locale,
    o.slug AS lenderSlug, o.name AS lenderName, g.slug AS groupSlug
  FROM reserve_withdrawals w JOIN people p ON p.id = w.asked_by
  JOIN organizations o ON o.id = w.lender_id JOIN organizations g ON g.id = w.group_id`

/** The wish of a row, without the names around it. */
export function withdrawalOf(row: WithdrawalRow): Withdrawal {
  const { askerName: _, phone: __, locale: ___, ...rest } = row
  const { lenderSlug: ____, lenderName: _____, groupSlug: ______, ...wish } = rest
  return wish
}

export function findWithdrawal(db: Database, id: string, lenders: readonly string[]) {
  return db.all<WithdrawalRow>(sql`${SELECT} WHERE w.id = ${id}
    AND w.lender_id IN (SELECT value FROM json_each(${JSON.stringify(lenders)}))`)
}

/** What a group asked for, newest first. */
export function listWithdrawals(db: Database, lender: string, group: string) {
  return db.all<WithdrawalRow>(sql`${SELECT}
    WHERE o.slug = ${lender} AND g.slug = ${group} ORDER BY w.id DESC LIMIT 20`)
}

/** Lender and group by their slugs, and what the one holds for the other; only where they have met. */
export function findReserve(db: Database, lender: string, group: string) {
  return db.all<{ lenderId: string; groupId: string; reserve: number }>(sql`
    SELECT o.id AS lenderId, g.id AS groupId,
      coalesce((SELECT a.credits - a.debits FROM accounts a
        WHERE a.id = o.id || '/group-reserve/' || g.id), 0) AS reserve
    FROM organizations o JOIN organizations g ON g.slug = ${group}
    WHERE o.slug = ${lender} AND EXISTS (
      SELECT 1 FROM loans l WHERE l.group_id = g.id AND l.lender_id = o.id)`)
}

export function insertWithdrawal(db: Database, one: Withdrawal): Statement {
  return db.insert(reserveWithdrawals).values(one)
}

export function changeWithdrawal(db: Database, one: Withdrawal): Statement {
  const { status, decidedBy, decidedAt, version, answer } = one
  return db
    .update(reserveWithdrawals)
    .set({ status, decidedBy, decidedAt, version, answer })
    .where(eq(reserveWithdrawals.id, one.id))
}
