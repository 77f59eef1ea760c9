import { sql } from 'drizzle-orm'
import { read, type Database } from '#db/client'
import { transfersOf, type EntryRow } from '#worker/ledger/books/answers'
import { addMonths, localDate } from '#worker/kernel/calendar'
import { accountId, type AccountKey } from '#worker/ledger/account'
import { listSumsUntil } from '#worker/ledger/financial-statements/queries'
import {
  JOURNAL_HEADER,
  journalAccounts,
  journalEntry,
  journalOpening,
} from '#worker/ledger/journal'

export type AccountRow = {
  id: string
  code: string
  holder: string
  debits: number
  credits: number
  holderName: string | null
}

type AccountsAsked = { code?: string | undefined; after?: string | undefined; limit: number }

/** Whose an account is, in words: an organization, an order, a loan, a fund, a meeting of a group. */
const HOLDER_NAME = sql`coalesce(
  (SELECT name FROM organizations WHERE id = a.holder),
  (SELECT code FROM orders WHERE id = a.holder),
  (SELECT 'PJ-' || number FROM loans WHERE id = a.holder),
  (SELECT name FROM loan_funds WHERE id = a.holder),
  (SELECT o.name || ', ' || h.held_on FROM meetings h JOIN organizations o ON o.id = h.group_id
   WHERE h.id = a.holder))`

/** Accounts of a book by code and holder. */
export function listAccounts(db: Database, book: string, { code, after, limit }: AccountsAsked) {
  const [, afterCode = '', afterHolder = ''] = after?.split('/') ?? []
  const of = code ? sql`AND code = ${code}` : sql``
  const later = after ? sql`AND (code, holder) > (${afterCode}, ${afterHolder})` : sql``
  return db.all<AccountRow>(sql`
    SELECT a.id, a.code, a.holder, a.debits, a.credits, ${HOLDER_NAME} AS holderName
    FROM (SELECT * FROM accounts WHERE book = ${book} ${of} ${later}
          ORDER BY code, holder LIMIT ${limit}) a
    ORDER BY a.code, a.holder`)
}

/** One account as it stands, with whose it is; nothing before its first movement. */
export function findAccount(db: Database, key: AccountKey) {
  return db.all<{ balance: number; holderName: string | null }>(sql`
    SELECT CASE a.normal WHEN 'debit' THEN a.debits - a.credits ELSE a.credits - a.debits END
      AS balance, ${HOLDER_NAME} AS holderName
    FROM accounts a WHERE a.id = ${accountId(key)}`)
}

export type MonthRow = { month: string; code: string; debits: number; credits: number }

/** What a book earned and spent by month: its accounts of income and expense, the newest month last. */
export function listBookMonths(
  db: Database,
  book: string,
  { codes, from, until }: { codes: readonly string[]; from: string; until: string },
) {
  return db.all<MonthRow>(sql`
    SELECT m.month AS month, m.code AS code, m.debits AS debits, m.credits AS credits
    FROM json_each(${JSON.stringify(codes)}) c
    JOIN book_months m ON m.book = ${book} AND m.code = c.value
      AND m.month BETWEEN ${from} AND ${until}
    ORDER BY m.month, m.code`)
}

const ENTRY = sql`e.id, e.rule, e.subject, e.description, e.value_on AS valueOn,
  e.posted_at AS postedAt, e.actor_id AS actorId, e.reverses,
  (SELECT json_group_array(json_array(t.debit, t.credit, t.amount))
   FROM (SELECT * FROM transfers WHERE entry_id = e.id ORDER BY n) t) AS transfers`

/** One entry of a book, by its id. */
export function findEntry(db: Database, book: string, id: string) {
  return db.all<EntryRow>(sql`
    SELECT ${ENTRY} FROM entries e WHERE e.id = ${id} AND e.book = ${book}`)
}

type EntriesAsked = {
  order: 'newest' | 'oldest'
  /** Of these months alone. */
  from?: string | undefined
  until?: string | undefined
  after?: readonly [on: string, id: string] | undefined
  limit: number
}

/** Entries of a book by value date, with their transfers. */
export function listEntries(db: Database, book: string, asked: EntriesAsked) {
  const { order, from, until, after, limit } = asked
  const direction = order === 'newest' ? sql`DESC` : sql`ASC`
  const beyond = order === 'newest' ? sql`<` : sql`>`
  const further = after ? sql`AND (value_on, id) ${beyond} (${after[0]}, ${after[1]})` : sql``
  const begun = from ? sql`AND value_on >= ${`${from}-01`}` : sql``
  const ended = until ? sql`AND value_on <= ${`${until}-31`}` : sql``
  return db.all<EntryRow>(sql`
    SELECT ${ENTRY}
    FROM (SELECT * FROM entries WHERE book = ${book} ${begun} ${ended} ${further}
          ORDER BY value_on ${direction}, id ${direction} LIMIT ${limit}) e
    ORDER BY e.value_on ${direction}, e.id ${direction}`)
}

const ENTRIES_A_TRIP = 500
const ACCOUNTS_A_TRIP = 2000

export type Book = { id: string; slug: string }

type Period = { from?: string | undefined; until?: string | undefined }

/**
 * The journal of a book, piece by piece: a trip for its accounts, then one for some hundred entries. One
 * that begins later begins with what its accounts held then.
 */
export async function* readJournal(
  db: Database,
  book: Book,
  period: Period = {},
): AsyncGenerator<string> {
  yield JOURNAL_HEADER
  yield* readBook(db, book, period)
}

/** The same without its header, for several books in one file. */
export async function* readBook(
  db: Database,
  { id, slug }: Book,
  { from, until }: Period = {},
): AsyncGenerator<string> {
  yield* readDeclarations(db, { id, slug })
  if (from) yield await openingOf(db, { id, slug }, from)
  let after: [string, string] | undefined
  do {
    const asked = { order: 'oldest', from, until, after, limit: ENTRIES_A_TRIP } as const
    const [rows] = await read(db, [listEntries(db, id, asked)])
    yield rows.map((row) => journalEntry(row, transfersOf(row), slug)).join('')
    const last = rows.at(-1)
    after = last && rows.length === ENTRIES_A_TRIP ? [last.valueOn, last.id] : undefined
  } while (after)
}

/** What stood on the accounts of the chart when a period began, as one entry. */
async function openingOf(db: Database, { id, slug }: Book, from: string): Promise<string> {
  const eve = addMonths(localDate(`${from}-01`), -1).slice(0, 7)
  const [sums] = await read(db, [listSumsUntil(db, id, eve)])
  return journalOpening(`${from}-01`, sums, slug)
}

async function* readDeclarations(db: Database, { id, slug }: Book): AsyncGenerator<string> {
  let after: string | undefined
  do {
    const [rows] = await read(db, [listAccounts(db, id, { after, limit: ACCOUNTS_A_TRIP })])
    yield journalAccounts(
      rows.map((row) => row.id),
      slug,
    )
    after = rows.length === ACCOUNTS_A_TRIP ? rows.at(-1)?.id : undefined
  } while (after)
}

/** Every book that has an entry. */
export function listBooks(db: Database) {
  return db.all<Book>(sql`
    SELECT o.id AS id, o.slug AS slug FROM organizations o
    WHERE EXISTS (SELECT 1 FROM entries e WHERE e.book = o.id) ORDER BY o.kind DESC, o.slug`)
}
