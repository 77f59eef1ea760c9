import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { unmatchedPayments } from '#db/schema/purchases'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { instant } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Unmatched } from '#worker/market/paying/suspense/suspense'

export function unmatchedFrom(row: typeof unmatchedPayments.$inferSelect): Unmatched {
  return {
    ...row,
    amount: amount(row.amount),
    rest: amount(row.rest),
    receivedOn: row.receivedOn as LocalDate,
    createdAt: instant(row.createdAt),
    closedAt: row.closedAt === null ? null : instant(row.closedAt),
  }
}

type Happened = { type: string; data?: Readonly<Record<string, unknown>> }

/** The statements that keep money in suspense. */
export function recordSuspended(db: Database, items: readonly Unmatched[], act: Act): Statement[] {
  if (items.length === 0) return []
  return [
    ...items.map((one) => db.insert(unmatchedPayments).values(one)),
    recordEvents(
      db,
      items.map(({ id, amount, purchaseId, cause }) => ({
        ...{ ...act, subject: id, seq: 1, type: 'received' },
        data: { amount, purchaseId, cause },
      })),
    ),
  ]
}

/** The statements by which items give what was taken of them. */
export function changeSuspended(
  db: Database,
  changed: readonly (Unmatched & { happened: Happened })[],
  act: Act,
): Statement[] {
  if (changed.length === 0) return []
  const rows = changed.map((one) => [
    one.id,
    one.status,
    one.rest,
    one.returnReference,
    one.closedAt,
    one.version,
    one.purchaseId,
    one.invoiceId,
  ])
  return [
    recordEvents(
      db,
      changed.map(({ id, version, happened }) => ({
        ...act,
        subject: id,
        seq: version,
        ...happened,
      })),
    ),
    db.run(sql`
      UPDATE unmatched_payments SET status = j.value->>1, rest = j.value->>2,
        return_reference = j.value->>3, closed_at = j.value->>4, version = j.value->>5,
        purchase_id = j.value->>6, invoice_id = j.value->>7
      FROM json_each(${JSON.stringify(rows)}) j WHERE unmatched_payments.id = j.value->>0`),
  ]
}

/** Items by SQL for their ids, within a book. */
export function listItems(db: Database, book: string, ids: SQL) {
  return db
    .select()
    .from(unmatchedPayments)
    .where(sql`book = ${book} AND id IN ${ids}`)
    .orderBy(unmatchedPayments.id)
}

/** What waits in suspense for these invoices. */
export function listPartsOfInvoices(db: Database, invoiceIds: SQL) {
  return db
    .select()
    .from(unmatchedPayments)
    .where(sql`invoice_id IN ${invoiceIds} AND status = 'open'`)
    .orderBy(unmatchedPayments.id)
}

/** What has come in part for a purchase. */
export function listPartsOf(db: Database, purchaseIds: SQL) {
  return db
    .select()
    .from(unmatchedPayments)
    .where(sql`purchase_id IN ${purchaseIds}`)
    .orderBy(unmatchedPayments.id)
}

export type ListedUnmatched = typeof unmatchedPayments.$inferSelect & {
  code: string | null
  invoiceYear: number | null
  invoiceN: number | null
}

type Asked = { status: string | undefined; after?: [string] | undefined; limit: number }

/** Newest first; those that wait, the oldest first. */
export function listUnmatched(db: Database, book: string, { status, after, limit }: Asked) {
  const waits = status === 'open'
  const beyond = after ? (waits ? sql`AND u.id > ${after[0]}` : sql`AND u.id < ${after[0]}`) : sql``
  const only = status ? sql`AND u.status = ${status}` : sql``
  return db.all<ListedUnmatched>(sql`
    SELECT u.id AS id, u.book AS book, u.amount AS amount, u.received_on AS receivedOn,
      u.reference AS reference, u.purchase_id AS purchaseId, u.created_at AS createdAt,
      u.source AS source, u.cause AS cause, u.status AS status, u.rest AS rest,
      u.return_reference AS returnReference, u.closed_at AS closedAt, u.version AS version,
      u.invoice_id AS invoiceId, i.year AS invoiceYear, i.n AS invoiceN, p.code AS code
    FROM unmatched_payments u LEFT JOIN purchases p ON p.id = u.purchase_id
      LEFT JOIN invoices i ON i.id = u.invoice_id
    WHERE u.book = ${book} ${only} ${beyond}
    ORDER BY u.id ${waits ? sql`ASC` : sql`DESC`} LIMIT ${limit}`)
}
