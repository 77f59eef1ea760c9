import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { purchases } from '#db/schema/purchases'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { Amount } from '#worker/kernel/money'
import { entryOf } from '#worker/ledger/entry'
import { recordEntries } from '#worker/ledger/queries'
import type { ShownProof } from '#worker/market/paying/payments/answers'
import type { Paid } from '#worker/market/paying/payments/paid'
import type { Received, Settled } from '#worker/market/paying/payments/settlement'
import { changePurchases } from '#worker/market/buying/purchases/queries'
import { insertMessages } from '#worker/outbox/queries'

export type PaymentFilter = {
  status: string
  total?: Amount | undefined
  code?: string | undefined
  /** The last one seen: 0 with a proof or 1 without, and its id. */
  after?: [number, string] | undefined
  limit: number
}

/**
 * Purchases by the state of their payment. Those that wait come with a proof first, the oldest first; what
 * is settled or over comes newest first. An exact total or a code finds them in any state.
 */
export function idsOfPayments({ status, total, code, after, limit }: PaymentFilter): SQL {
  const [waits, id] = after ?? []
  if (code) return sql`(SELECT id FROM purchases WHERE code = ${code})`
  if (total !== undefined) {
    const older = id === undefined ? sql`` : sql`AND id < ${id}`
    return sql`(SELECT id FROM purchases WHERE total = ${total} ${older}
      ORDER BY id DESC LIMIT ${limit})`
  }
  if (status === 'pending') {
    const later = id === undefined ? sql`` : sql`AND (proof_at IS NULL, id) > (${waits}, ${id})`
    return sql`(SELECT id FROM purchases WHERE status = 'pending' ${later}
      ORDER BY proof_at IS NULL, id LIMIT ${limit})`
  }
  const older = id === undefined ? sql`` : sql`AND id < ${id}`
  // With and without a proof lie apart in the index; each is walked from its end.
  const [shown, without] = [0, 1].map(
    (lacks) => sql`SELECT * FROM (SELECT id FROM purchases WHERE status = ${status}
      AND (proof_at IS NULL) = ${sql.raw(String(lacks))} ${older} ORDER BY id DESC LIMIT ${limit})`,
  )
  return sql`(${shown} UNION ALL ${without} ORDER BY id DESC LIMIT ${limit})`
}

export function listPayments(db: Database, filter: PaymentFilter) {
  const waiting = filter.status === 'pending' && filter.total === undefined && !filter.code
  return db
    .select()
    .from(purchases)
    .where(sql`id IN ${idsOfPayments(filter)}`)
    .orderBy(waiting ? sql`proof_at IS NULL, id` : sql`id DESC`)
}

/** The proofs of those purchases, each with the codes under which the same picture came too. */
export function listProofsOf(db: Database, ids: SQL) {
  return db.all<ShownProof>(sql`
    SELECT f.id AS proofId, f.purchase_id AS purchaseId, f.content_type AS contentType,
      f.bytes AS bytes, f.created_at AS createdAt,
      (SELECT json_group_array(DISTINCT p.code) FROM proofs g JOIN purchases p ON p.id = g.purchase_id
        WHERE g.sha256 = f.sha256 AND g.purchase_id <> f.purchase_id) AS alsoAt
    FROM proofs f WHERE f.purchase_id IN ${ids} ORDER BY f.id`)
}

/** The statements by which a purchase is paid: its state, its orders' and what happened to each. */
export function recordSettlement(
  db: Database,
  { purchase, orders }: Settled,
  received: Received,
  act: Act,
): Statement[] {
  const rows = orders.map((one) => [one.id, one.paidAt, one.shipBy, one.version])
  const events = [
    { subject: purchase.id, seq: purchase.version, type: 'settled', data: received },
    ...orders.map((one) => ({ subject: one.id, seq: one.version, type: 'paid' })),
  ]
  return [
    recordEvents(
      db,
      events.map((one) => ({ ...act, ...one })),
    ),
    changePurchases(db, [purchase]),
    db.run(sql`
      UPDATE orders SET paid = 1, paid_at = j.value->>1, ship_by = j.value->>2,
        version = j.value->>3
      FROM json_each(${JSON.stringify(rows)}) j WHERE orders.id = j.value->>0`),
  ]
}

/** The statements by which a purchase is paid, with its entry and what everybody is told. */
export function recordPaid(
  db: Database,
  { settled, received, posting, messages }: Paid,
  { act, newId }: { act: Act; newId: () => string },
): Statement[] {
  return [
    ...recordSettlement(db, settled, received, act),
    ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
    ...insertMessages(
      db,
      messages.map((one) => ({ ...one, id: newId() })),
      act.at,
    ),
  ]
}
