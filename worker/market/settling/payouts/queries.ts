import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { payouts } from '#db/schema/payouts'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { LocalDate } from '#worker/kernel/calendar'
import { instant } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { entryOf } from '#worker/ledger/entry'
import { payoutRequested, payoutSent } from '#worker/ledger/posting-rules/payouts'
import { OWING, recordEntries } from '#worker/ledger/queries'
import type { BalanceRow } from '#worker/market/settling/balances/answers'
import { linesWithSubjects, sellerAccount } from '#worker/market/settling/balances/queries'
import type { DueRow, NamedPayout, WindowRow } from '#worker/market/settling/payouts/answers'
import type { Payout } from '#worker/market/settling/payouts/payout'

/** The account that counts now: one whose day of waiting is over counts before the clock writes it down. */
const due = (column: string, now: number) => sql`
  iif(w.valid_from <= ${now}, w.${sql.raw(column)}, e.${sql.raw(column)})`

type DueAsked = {
  book: string
  now: number
  after?: string | undefined
  limit: number
  /** Only these enterprises. */
  of?: readonly string[] | undefined
  least?: number | undefined
}

/** Enterprises that are owed something, with what they are owed and what they owe. */
export function listDue(db: Database, { book, now, after, limit, of, least = 1 }: DueAsked) {
  const chosen = of
    ? sql`AND a.holder IN (SELECT value FROM json_each(${JSON.stringify(of)}))`
    : sql``
  return db.all<DueRow>(sql`
    SELECT * FROM (
      SELECT a.credits - a.debits AS payable, a.holder AS enterpriseId, o.slug AS slug, o.name AS name,
        e.phone AS phone, coalesce(d.debits - d.credits, 0) AS receivable,
        ${due('bank_name', now)} AS bankName, ${due('bank_account', now)} AS bankAccount,
        ${due('bank_holder', now)} AS bankHolder,
        iif(w.valid_from > ${now}, w.valid_from, NULL) AS changesAt
      FROM accounts a
      JOIN organizations o ON o.id = a.holder JOIN enterprises e ON e.organization_id = a.holder
      LEFT JOIN accounts d ON d.id = a.book || '/seller-receivable/' || a.holder
      LEFT JOIN account_changes w ON w.enterprise_id = a.holder AND w.status = 'waiting'
      WHERE a.book = ${book} AND a.code = 'seller-payable' AND a.holder > ${after ?? ''} ${chosen}
        AND ${OWING})
    WHERE payable - receivable >= CAST(${least} AS INTEGER)
    ORDER BY enterpriseId LIMIT ${limit}`)
}

/** An enterprise by id or slug, where its money goes, what this book owes it and is owed by it. */
export function findPayee(db: Database, { book, name, now }: PayeeAsked) {
  const held = (code: string) => sql`
    coalesce((SELECT abs(credits - debits) FROM accounts
      WHERE id = ${`${book}/${code}/`} || o.id), 0)`
  return db.all<DueRow>(sql`
    SELECT o.id AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone,
      ${held('seller-payable')} AS payable, ${held('seller-receivable')} AS receivable,
      ${due('bank_name', now)} AS bankName, ${due('bank_account', now)} AS bankAccount,
      ${due('bank_holder', now)} AS bankHolder,
      iif(w.valid_from > ${now}, w.valid_from, NULL) AS changesAt
    FROM organizations o JOIN enterprises e ON e.organization_id = o.id
    LEFT JOIN account_changes w ON w.enterprise_id = o.id AND w.status = 'waiting'
    WHERE o.id = ${name} OR o.slug = ${name}`)
}

type PayeeAsked = { book: string; name: string; now: number }

type Recording = { book: string; on: LocalDate; act: Act; newId: () => string }

/** New payouts, prepared on this day, or sent on it already: what they are, their events and entries. */
export function recordPayouts(
  db: Database,
  made: readonly Payout[],
  { book, on, act, newId }: Recording,
): Statement[] {
  const common = { book, on }
  const entries = made.flatMap((one) => [
    payoutRequested(common, one),
    ...(one.status === 'sent' ? [payoutSent(common, one)] : []),
  ])
  const happened = made.flatMap(({ id, amount, offset, status, reference }) => {
    const asked = { ...act, subject: id, seq: 1, type: 'requested', data: { amount, offset } }
    const sent = { ...act, subject: id, seq: 2, type: 'sent', data: { amount, reference } }
    return status === 'sent' ? [asked, sent] : [asked]
  })
  return [
    insertPayouts(db, made),
    recordEvents(db, happened),
    ...recordEntries(
      db,
      entries.map((one) => entryOf(one, { ...act, id: newId() })),
    ),
    ...closeLines(db, made),
  ]
}

function insertPayouts(db: Database, made: readonly Payout[]): Statement {
  const rows = made.map((one) => [
    ...[one.id, one.code, one.enterpriseId, one.amount, one.offset, one.status, one.bankName],
    ...[one.bankAccount, one.bankHolder, one.batchId, one.reference, one.requestedAt, one.sentOn],
    ...[one.sentAt, one.version],
  ])
  return db.run(sql`
    INSERT INTO payouts (id, code, enterprise_id, amount, offset, status, bank_name, bank_account,
      bank_holder, batch_id, reference, requested_at, sent_on, sent_at, version)
    SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6,
      j.value->>7, j.value->>8, j.value->>9, j.value->>10, j.value->>11, j.value->>12, j.value->>13,
      j.value->>14
    FROM json_each(${JSON.stringify(rows)}) j WHERE true`)
}

/**
 * After the entries of new payouts: which lines of its seller's account each is made of; and that nothing
 * is left of what she owes, which would be the next payout's if it had grown meanwhile.
 */
function closeLines(db: Database, made: readonly Payout[]): Statement[] {
  const ids = JSON.stringify(made.map((one) => one.id))
  const enterprises = JSON.stringify(made.map((one) => one.enterpriseId))
  const payable = sellerAccount('seller-payable', sql`payouts.enterprise_id`)
  const receivable = sellerAccount('seller-receivable', sql`j.value`)
  return [
    db.run(sql`
      UPDATE payouts SET
        line_from = coalesce((SELECT max(p.line_to) FROM payouts p
          WHERE p.enterprise_id = payouts.enterprise_id), 0),
        line_to = (SELECT max(l.seq) FROM account_lines l WHERE l.account = ${payable})
      WHERE id IN (SELECT value FROM json_each(${ids}))`),
    assertHolds(
      db,
      sql`NOT EXISTS (SELECT 1 FROM json_each(${enterprises}) j
        JOIN accounts d ON d.id = ${receivable} WHERE d.debits > d.credits)`,
      'receivable_offset',
    ),
  ]
}

/** Sets what may change in the life of payouts. */
export function changePayouts(db: Database, changed: readonly Payout[]): Statement {
  const rows = changed.map((one) => [
    ...[one.id, one.status, one.reference, one.sentOn, one.sentAt, one.endedAt, one.reason],
    one.version,
  ])
  return db.run(sql`
    UPDATE payouts SET status = j.value->>1, reference = j.value->>2, sent_on = j.value->>3,
      sent_at = j.value->>4, ended_at = j.value->>5, reason = j.value->>6, version = j.value->>7
    FROM json_each(${JSON.stringify(rows)}) j WHERE payouts.id = j.value->>0`)
}

export type PayoutRow = typeof payouts.$inferSelect & { slug: string; name: string; phone: string }

const COLUMNS = sql.raw(`p.id AS id, p.code AS code, p.enterprise_id AS enterpriseId,
  p.amount AS amount, p.offset AS offset, p.status AS status, p.bank_name AS bankName,
  p.bank_account AS bankAccount, p.bank_holder AS bankHolder, p.batch_id AS batchId,
  p.reference AS reference, p.requested_at AS requestedAt, p.sent_on AS sentOn,
  p.sent_at AS sentAt, p.ended_at AS endedAt, p.reason AS reason, p.line_from AS lineFrom,
  p.line_to AS lineTo, p.version AS version, o.slug AS slug, o.name AS name, e.phone AS phone
  FROM payouts p JOIN organizations o ON o.id = p.enterprise_id
  JOIN enterprises e ON e.organization_id = p.enterprise_id`)

type Asked = { before?: string | undefined; limit: number }

const page = (where: SQL, { before, limit }: Asked) => sql`
  SELECT ${COLUMNS} WHERE ${where} ${before ? sql`AND p.id < ${before}` : sql``}
  ORDER BY p.id DESC LIMIT ${limit}`

/** All payouts, the newest first. */
export function listPayouts(db: Database, asked: Asked) {
  return db.all<PayoutRow>(page(sql`true`, asked))
}

/** Payouts to one enterprise, the newest first. */
export function listPayoutsTo(db: Database, enterpriseId: string, asked: Asked) {
  return db.all<PayoutRow>(page(sql`p.enterprise_id = ${enterpriseId}`, asked))
}

export function listPayoutsOfBatch(db: Database, batchId: string, limit = 500) {
  return db.all<PayoutRow>(sql`
    SELECT ${COLUMNS} WHERE p.batch_id = ${batchId} ORDER BY o.name, p.id LIMIT ${limit}`)
}

/** A payout by its id; one of this enterprise, where one is named. */
export function findPayout(db: Database, id: string, enterpriseId?: string) {
  const own = enterpriseId === undefined ? sql`` : sql`AND p.enterprise_id = ${enterpriseId}`
  return db.all<PayoutRow>(sql`SELECT ${COLUMNS} WHERE p.id = ${id} ${own}`)
}

const lineOf = (id: string) => sql`
  SELECT ${sellerAccount('seller-payable', sql`p.enterprise_id`)} AS account, p.line_from, p.line_to
  FROM payouts p WHERE p.id = ${id}`

/** What was there before the lines of a payout, and what it left. */
export function findWindow(db: Database, id: string) {
  return db.all<WindowRow>(sql`
    SELECT coalesce((SELECT balance FROM account_lines
        WHERE account = w.account AND seq = w.line_from), 0) AS opening,
      (SELECT balance FROM account_lines WHERE account = w.account AND seq = w.line_to) AS remaining
    FROM (${lineOf(id)}) w`)
}

/** The lines of which a payout is made, in their order. */
export function listLinesOf(
  db: Database,
  id: string,
  { after, limit }: { after?: number | undefined; limit: number },
) {
  const chosen = sql`
    SELECT k.* FROM (${lineOf(id)}) w JOIN account_lines k ON k.account = w.account
      AND k.seq > max(w.line_from, ${after ?? 0}) AND k.seq < w.line_to
    ORDER BY k.seq LIMIT ${limit}`
  return db.all<BalanceRow>(linesWithSubjects(chosen, sql`ORDER BY l.seq`))
}

export type MomentRow = { seq: number; type: string; at: number; actor: string | null }

/** What happened to a payout or a batch, and who did it. */
export function listMoments(db: Database, subject: string) {
  return db.all<MomentRow>(sql`
    SELECT v.seq AS seq, v.type AS type, v.at AS at,
      (SELECT name FROM people WHERE id = v.actor_id) AS actor
    FROM events v WHERE v.subject = ${subject} ORDER BY v.seq LIMIT 20`)
}

export function payoutFrom(row: PayoutRow): NamedPayout & { phone: string } {
  const { lineFrom: _, lineTo: __, ...kept } = row
  const moment = (at: number | null) => (at === null ? null : instant(at))
  return {
    ...kept,
    amount: amount(row.amount),
    offset: amount(row.offset),
    requestedAt: instant(row.requestedAt),
    sentOn: row.sentOn as LocalDate | null,
    sentAt: moment(row.sentAt),
    endedAt: moment(row.endedAt),
  }
}
