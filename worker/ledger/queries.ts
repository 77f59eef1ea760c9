/** How the books are kept: entries and transfers are inserted, running totals follow in the same batch. */
import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { bookTotals } from '#db/schema/ledger-sums'
import {
  CHART,
  accountId,
  normalSide,
  type AccountCode,
  type AccountKey,
} from '#worker/ledger/account'
import type { Entry } from '#worker/ledger/entry'

/** The statements that record entries, four however many entries there are. Empty entries leave none. */
export function recordEntries(db: Database, given: readonly Entry[]): Statement[] {
  const kept = given.filter((entry) => entry.transfers.length > 0)
  if (kept.length === 0) return []
  const touched = new Map<string, { key: AccountKey; debits: number; credits: number }>()
  const rows: unknown[] = []
  for (const entry of kept) {
    entry.transfers.forEach(({ debit, credit, amount }, n) => {
      rows.push([entry.id, n + 1, accountId(debit), accountId(credit), amount])
      change(touched, debit).debits += amount
      change(touched, credit).credits += amount
    })
  }
  const changed = [...touched].map(([id, { key, debits, credits }]) => [
    id,
    key.book,
    key.code,
    key.holder,
    normalSide(key.code),
    CHART[key.code].guarded ? 1 : 0,
    debits,
    credits,
  ])
  return [openAccounts(db, changed), addTotals(db, changed), ...insertRows(db, kept, rows)]
}

function change(
  touched: Map<string, { key: AccountKey; debits: number; credits: number }>,
  key: AccountKey,
) {
  const id = accountId(key)
  const one = touched.get(id) ?? { key, debits: 0, credits: 0 }
  touched.set(id, one)
  return one
}

function openAccounts(db: Database, changed: readonly unknown[]): Statement {
  return db.run(sql`
    INSERT INTO accounts (id, book, code, holder, normal, guarded)
    SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5
    FROM json_each(${JSON.stringify(changed)}) j WHERE true
    ON CONFLICT (id) DO NOTHING`)
}

/** A CHECK is tested on the row offered before a conflict is seen, so totals are added by an UPDATE. */
function addTotals(db: Database, changed: readonly unknown[]): Statement {
  return db.run(sql`
    UPDATE accounts SET debits = debits + (j.value->>6), credits = credits + (j.value->>7)
    FROM json_each(${JSON.stringify(changed)}) j WHERE accounts.id = j.value->>0`)
}

function insertRows(db: Database, kept: readonly Entry[], rows: readonly unknown[]): Statement[] {
  const heads = kept.map((one) => [
    one.id,
    one.book,
    one.rule,
    one.subject,
    one.description,
    one.valueOn,
    one.postedAt,
    one.actorId,
    one.requestId,
    one.reverses,
  ])
  return [
    db.run(sql`
      INSERT INTO entries (id, book, rule, subject, description, value_on, posted_at, actor_id,
        request_id, reverses)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
        j.value->>6, j.value->>7, j.value->>8, j.value->>9
      FROM json_each(${JSON.stringify(heads)}) j WHERE true`),
    db.run(sql`
      INSERT INTO transfers (entry_id, n, debit, credit, amount)
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
  ]
}

/** Totals per code of a book: the trial balance. */
export function findTrialBalance(db: Database, book: string) {
  return db
    .select({ code: bookTotals.code, debits: bookTotals.debits, credits: bookTotals.credits })
    .from(bookTotals)
    .where(eq(bookTotals.book, book))
}

/** Of an account `a`: that it owes somebody something now. In these words an index answers it. */
export const OWING = sql.raw(`a.guarded = 1 AND a.normal = 'credit' AND a.credits > a.debits`)

export type StatementLine = {
  entryId: string
  n: number
  valueOn: string
  description: string
  rule: string
  subject: string
  postedAt: number
  /** Above zero when the account grew on its normal side. */
  change: number
}

/** A place in a statement: the line after which it goes on. */
export type StatementPlace = { entryId: string; n: number }

/**
 * The movements of one account, newest first. The place is entry and line: an entry may move an account
 * twice, and a page may end between the two.
 */
export function listStatement(db: Database, key: AccountKey, asked: StatementAsked) {
  return db.all<StatementLine>(statementOf(sql`${accountId(key)}`, key.code, asked))
}

export type StatementAsked = { before?: StatementPlace | undefined; limit: number }

/** The same as SQL, for who joins it; `id` is SQL for the account's id, so that it need not be known. */
export function statementOf(id: SQL, code: AccountCode, { before, limit }: StatementAsked): SQL {
  const sign = normalSide(code) === 'debit' ? 1 : -1
  const older = before ? sql`AND (t.entry_id, t.n) < (${before.entryId}, ${before.n})` : sql``
  const side = (column: SQL, change: number) => sql`
    SELECT * FROM (SELECT t.entry_id, t.n, t.amount * ${change} AS change FROM transfers t
      WHERE t.${column} = ${id} ${older} ORDER BY t.entry_id DESC, t.n DESC LIMIT ${limit})`
  return sql`
    SELECT e.id AS entryId, x.n AS n, e.value_on AS valueOn, e.description AS description,
      e.rule AS rule, e.subject AS subject, e.posted_at AS postedAt, x.change AS change
    FROM (${side(sql`debit`, sign)} UNION ALL ${side(sql`credit`, -sign)}) x
    JOIN entries e ON e.id = x.entry_id
    ORDER BY e.id DESC, x.n DESC LIMIT ${limit}`
}
