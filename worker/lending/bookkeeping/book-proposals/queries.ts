import { eq, sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { bookProposals, lenderBooks } from '#db/schema/lender-books'
import { transfersOf } from '#worker/ledger/books/answers'
import type { AccountCode, AccountKey } from '#worker/ledger/account'
import type { Entry } from '#worker/ledger/entry'
import type { Amount } from '#worker/kernel/money'
import type { Named } from '#worker/lending/bookkeeping/book-proposals/answers'
import type { Proposal } from '#worker/lending/bookkeeping/book-proposals/proposal'

type Row = Omit<Proposal, 'data'> & Named & { data: string; funderName: string | null }

const SELECT = sql`
  SELECT p.id AS id, p.lender_id AS lenderId, p.number AS number, p.kind AS kind,
    p.value_on AS valueOn, p.description AS description, p.amount AS amount, p.data AS data,
    p.fund_id AS fundId, p.reverses AS reverses, p.status AS status, p.proposed_by AS proposedBy,
    p.proposed_at AS proposedAt, p.decided_by AS decidedBy, p.decided_at AS decidedAt,
    p.reasons AS reasons, p.entry_id AS entryId, p.version AS version,
    (SELECT name FROM people WHERE id = p.proposed_by) AS proposerName,
    (SELECT name FROM people WHERE id = p.decided_by) AS deciderName,
    f.name AS fundName, f.funder_name AS funderName
  FROM book_proposals p LEFT JOIN loan_funds f ON f.id = p.fund_id`

export function proposalOf(row: Row): Proposal {
  const { number: _, proposerName: __, deciderName: ___, fundName: ____, ...kept } = row
  const { funderName: _____, data, ...proposal } = kept
  return { ...proposal, data: JSON.parse(data) as Proposal['data'] }
}

export function findProposal(db: Database, lenderId: string, id: string) {
  return db.all<Row>(sql`${SELECT} WHERE p.id = ${id} AND p.lender_id = ${lenderId}`)
}

type Page = { status: 'proposed' | 'all'; after?: string | undefined; limit: number }

export function listProposals(db: Database, lenderId: string, { status, after, limit }: Page) {
  const waiting = status === 'proposed' ? sql`AND p.status = 'proposed'` : sql``
  const older = after ? sql`AND p.id < ${after}` : sql``
  return db.all<Row>(sql`${SELECT} WHERE p.lender_id = ${lenderId} ${waiting} ${older}
    ORDER BY p.id DESC LIMIT ${limit + 1}`)
}

/** Numbered after the lender's last; two at once collide and one comes again. */
export function insertProposal(db: Database, { data, ...proposal }: Proposal): Statement {
  const number = sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM book_proposals
    WHERE lender_id = ${proposal.lenderId})`
  return db.insert(bookProposals).values({ ...proposal, number, data: JSON.stringify(data) })
}

export function changeProposal(db: Database, proposal: Proposal): Statement {
  const { status, decidedBy, decidedAt, reasons, entryId, version } = proposal
  return db
    .update(bookProposals)
    .set({ status, decidedBy, decidedAt, reasons, entryId, version })
    .where(eq(bookProposals.id, proposal.id))
}

type EntryRow = Omit<Entry, 'transfers'> & { transfers: string }

const ENTRY = sql`
  SELECT e.id AS id, e.book AS book, e.rule AS rule, e.subject AS subject,
    e.description AS description, e.value_on AS valueOn, e.posted_at AS postedAt,
    e.actor_id AS actorId, e.request_id AS requestId, e.reverses AS reverses,
    (SELECT json_group_array(json_array(t.debit, t.credit, t.amount))
     FROM (SELECT * FROM transfers WHERE entry_id = e.id ORDER BY n) t) AS transfers
  FROM entries e`

export function findEntryOf(db: Database, book: string, id: string) {
  return db.all<EntryRow>(sql`${ENTRY} WHERE e.id = ${id} AND e.book = ${book}`)
}

/** What an approval takes back: the entry of a reversal, or the closing of the year of a December. */
export function findUndone(db: Database, book: string, proposalId: string) {
  return db.all<EntryRow>(sql`${ENTRY} WHERE e.book = ${book} AND e.id = (
    SELECT coalesce(p.reverses, c.year_entry_id) FROM book_proposals p
    LEFT JOIN closed_months c ON c.lender_id = p.lender_id AND c.month = p.data->>'month'
    WHERE p.id = ${proposalId})`)
}

export function entryFrom(row: EntryRow): Entry {
  const keyOf = (id: string): AccountKey => {
    const [book = '', code = '', holder = ''] = id.split('/')
    return { book, code: code as AccountCode, holder }
  }
  const transfers = transfersOf(row).map(({ debit, credit, amount }) => ({
    debit: keyOf(debit),
    credit: keyOf(credit),
    amount: amount as Amount,
  }))
  return { ...row, transfers }
}

export function findClosing(db: Database, lenderId: string) {
  return db
    .select({ closedThrough: lenderBooks.closedThrough, version: lenderBooks.version })
    .from(lenderBooks)
    .where(eq(lenderBooks.lenderId, lenderId))
}

/** The last closed month is open again; the month before it is the last. */
export function reopen(db: Database, lenderId: string, month: string): Statement[] {
  return [
    assertHolds(
      db,
      sql`(SELECT closed_through FROM lender_books WHERE lender_id = ${lenderId}) = ${month}`,
      'month_last_closed',
    ),
    db.run(sql`DELETE FROM closed_months WHERE lender_id = ${lenderId} AND month = ${month}`),
    db.run(sql`DELETE FROM closed_balances WHERE lender_id = ${lenderId} AND month = ${month}`),
    db.run(sql`
      UPDATE lender_books SET version = version + 1, closed_through =
        (SELECT max(month) FROM closed_months WHERE lender_id = ${lenderId})
      WHERE lender_id = ${lenderId}`),
  ]
}
