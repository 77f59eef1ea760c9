import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { assertHolds } from '#db/assert'
import { loans } from '#db/schema/loans'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { LocalDate } from '#worker/kernel/calendar'
import { entryOf } from '#worker/ledger/entry'
import { loanMoved } from '#worker/ledger/posting-rules/lending'
import { recordEntries } from '#worker/ledger/queries'
import type { Accrual } from '#worker/lending/servicing/loans/accrual'
import type { AccruedInterest } from '#worker/lending/servicing/loans/accrued-interest'
import type { LoanChange } from '#worker/lending/servicing/loans/change'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { dataOf, type RecordedEvent } from '#worker/lending/servicing/loans/record'
import type { Unpaid } from '#worker/lending/servicing/loans/summary'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

/** A loan as it is kept, with the names around it. */
export type LoanRow = Omit<Loan, 'terms' | 'unpaid'> & {
  terms: string
  unpaid: string
  number: number
  lenderSlug: string
  lenderName: string
  productName: string
  borrowerName: string
  borrowerPhone: string | null
  borrowerLocale: 'id' | 'en'
  groupSlug: string | null
  groupName: string | null
}

const SELECT = sql`
  SELECT l.id AS id, l.lender_id AS lenderId, l.number AS number, l.origin AS origin,
    l.application_id AS applicationId, l.product_id AS productId, l.borrower_id AS borrowerId,
    l.group_id AS groupId, l.officer_id AS officerId, l.fund_id AS fundId,
    l.region_code AS regionCode, l.principal AS principal, l.terms AS terms, l.basis AS basis,
    l.effective_rate AS effectiveRate, l.disbursed_on AS disbursedOn, l.status AS status,
    l.balance AS balance, l.overpayment AS overpayment, l.written_off AS writtenOff,
    l.recovered AS recovered, l.accrued AS accrued, l.accrued_on AS accruedOn,
    l.rescheduled_on AS rescheduledOn, l.paused_until AS pausedUntil, l.next_due_on AS nextDueOn,
    l.unpaid AS unpaid, l.version AS version, o.slug AS lenderSlug, o.name AS lenderName,
    p.name AS productName, b.name AS borrowerName, b.phone AS borrowerPhone,
    b.locale AS borrowerLocale, g.slug AS groupSlug, g.name AS groupName
  FROM loans l
  JOIN organizations o ON o.id = l.lender_id
  JOIN loan_products p ON p.id = l.product_id
  JOIN people b ON b.id = l.borrower_id
  LEFT JOIN organizations g ON g.id = l.group_id`

export function loanOf(row: LoanRow): Loan {
  const { number: _, terms, unpaid, ...kept } = row
  return { ...kept, terms: JSON.parse(terms) as LoanTerms, unpaid: JSON.parse(unpaid) as Unpaid }
}

const listed = (ids: readonly string[]): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Who may look at a loan: its borrower, who leads its group, who works for its lender. */
export type Reach = {
  personId: string
  groups: readonly string[]
  lenders: readonly string[]
}

export function findLoan(db: Database, id: string, { personId, groups, lenders }: Reach) {
  return db.all<LoanRow>(sql`${SELECT} WHERE l.id = ${id} AND (l.borrower_id = ${personId}
    OR l.group_id IN ${listed(groups)} OR l.lender_id IN ${listed(lenders)})`)
}

/** The SQL of loans that meet a condition, which may order and limit them, for who joins it. */
export const listLoansWhere = (which: SQL): SQL => sql`${SELECT} WHERE ${which}`

export function findLoanWithin(db: Database, id: string | SQL, lenders: readonly string[]) {
  return db.all<LoanRow>(sql`${SELECT} WHERE l.id = ${id} AND l.lender_id IN ${listed(lenders)}`)
}

export function listLoansOfPerson(
  db: Database,
  personId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const behind = after ? sql`AND l.id < ${after}` : sql``
  return db.all<LoanRow>(sql`${SELECT} WHERE l.borrower_id = ${personId} ${behind}
    ORDER BY l.id DESC LIMIT ${limit + 1}`)
}

type Page = { after?: readonly [string, string] | undefined; limit: number }

/** A lender's loans, newest first. */
export function listLoansOf(db: Database, lenderId: string, { after, limit }: Page) {
  const behind = after ? sql`AND l.id < ${after[1]}` : sql``
  return db.all<LoanRow>(sql`${SELECT} WHERE l.lender_id = ${lenderId} ${behind}
    ORDER BY l.id DESC LIMIT ${limit + 1}`)
}

/** Active loans by the due date of their oldest unpaid instalment, between two days. */
export function listActiveLoans(
  db: Database,
  lenderId: string,
  page: Page & { from?: LocalDate | undefined; until?: LocalDate | undefined },
) {
  const { from, until, after, limit } = page
  const least = from ? sql`AND l.next_due_on >= ${from}` : sql``
  const most = until ? sql`AND l.next_due_on <= ${until}` : sql``
  const behind = after ? sql`AND (l.next_due_on, l.id) > (${after[0]}, ${after[1]})` : sql``
  return db.all<LoanRow>(sql`${SELECT} WHERE l.lender_id = ${lenderId} AND l.status = 'active'
    AND l.next_due_on IS NOT NULL ${least} ${most} ${behind}
    ORDER BY l.next_due_on, l.id LIMIT ${limit + 1}`)
}

/** Loans of which something was paid too much, the oldest first. */
export function listOverpaidLoans(db: Database, lenderId: string, { after, limit }: Page) {
  const behind = after ? sql`AND l.id > ${after[1]}` : sql``
  return db.all<LoanRow>(sql`${SELECT} WHERE l.lender_id = ${lenderId} AND l.overpayment > 0
    ${behind} ORDER BY l.id LIMIT ${limit + 1}`)
}

/**
 * Numbered after the lender's last loan; two at once collide on the number and one comes again. A lender who
 * keeps her book on the accrual basis keeps every new loan so.
 */
export function insertLoan(db: Database, loan: Loan): Statement {
  const next = sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM loans
    WHERE lender_id = ${loan.lenderId})`
  const accrues = sql`(${loan.origin} = 'desk' AND EXISTS (SELECT 1 FROM lender_books
    WHERE lender_id = ${loan.lenderId} AND basis = 'accrual'))`
  return db.insert(loans).values({
    ...loan,
    number: next,
    basis: sql`iif(${accrues}, 'accrual', ${loan.basis})`,
    accruedOn: sql`iif(${accrues}, ${loan.disbursedOn}, ${loan.accruedOn})`,
    terms: JSON.stringify(loan.terms),
    unpaid: JSON.stringify(loan.unpaid),
  })
}

/** What its events make of it; who looks after it and where its borrower lives are no matter of theirs. */
export function changeLoan(db: Database, loan: Loan): Statement {
  const { terms: _, id: __, officerId: ___, regionCode: ____, unpaid, ...kept } = loan
  return db
    .update(loans)
    .set({ ...kept, unpaid: JSON.stringify(unpaid) })
    .where(eq(loans.id, loan.id))
}

/** Ends the batch where interest was accrued meanwhile: what is in the books is not what was read. */
function accruedStands(db: Database, loan: Loan, before: AccruedInterest | undefined): Statement[] {
  if (loan.basis === 'cash') return []
  const { receivable, unearned } = before ?? { receivable: 0, unearned: 0 }
  const held = (code: string, of: string) => sql`coalesce((SELECT ${sql.raw(of)} FROM accounts
    WHERE id = ${`${loan.lenderId}/${code}/${loan.id}`}), 0)`
  return [
    assertHolds(
      db,
      sql`${held('interest-receivable', 'debits - credits')} = CAST(${receivable} AS INTEGER)
        AND ${held('unearned-interest', 'credits - debits')} = CAST(${unearned} AS INTEGER)`,
      'loan_unchanged',
    ),
  ]
}

type Recorded = { act: Act; today: LocalDate; entryId: string; rule: string; description: string }

/** What every change of a loan records: its event, and the entry that tells the books what moved. */
export function recordLoanChange(
  db: Database,
  { loan, event, lines, accruedBefore }: LoanChange,
  { act, today, entryId, rule, description }: Recorded,
): Statement[] {
  const draft = loanMoved(
    { book: loan.lenderId, on: today },
    { id: loan.id, groupId: loan.groupId, rule, description },
    lines,
  )
  const entry = entryOf(draft, { ...act, id: entryId })
  const { seq, kind: type } = event
  return [
    recordEvents(db, [{ ...act, subject: loan.id, seq, type, data: dataOf(event) }]),
    ...accruedStands(db, loan, accruedBefore),
    ...recordEntries(db, [entry]),
  ]
}

/**
 * What an accrual records: the entry, and how far the loan's interest is in the books. Whoever accrues
 * records in the same batch that it ran, since every entry stands with an event.
 */
export function recordAccrual(
  db: Database,
  { loan, lines, accruedBefore }: Accrual,
  { act, today, entryId, rule, description }: Recorded,
): Statement[] {
  const { id, groupId, lenderId: book, accrued, accruedOn, version } = loan
  const draft = loanMoved(
    { book, on: accruedOn ?? today },
    { id, groupId, rule, description },
    lines,
  )
  const isRead = sql`(SELECT version FROM loans WHERE id = ${id}) = CAST(${version} AS INTEGER)`
  return [
    assertHolds(db, isRead, 'loan_unchanged'),
    ...accruedStands(db, loan, accruedBefore),
    db.update(loans).set({ accrued, accruedOn }).where(eq(loans.id, id)),
    ...recordEntries(db, [entryOf(draft, { ...act, id: entryId })]),
  ]
}

/** The events of a loan with the names of who recorded them. */
export function listLoanEvents(db: Database, loanId: string | SQL) {
  return db.all<NamedEvent>(sql`
    SELECT e.seq AS seq, e.type AS type, e.data AS data, e.at AS at,
      coalesce(p.name, e.actor_id) AS "by", r.code AS receipt, d.code AS disbursement,
      f.code AS refund
    FROM events e LEFT JOIN people p ON p.id = e.actor_id
    LEFT JOIN receipts r ON r.loan_id = e.subject AND r.seq = e.seq
    LEFT JOIN disbursements d ON d.loan_id = e.subject AND d.seq = e.seq
    LEFT JOIN loan_refunds f ON f.loan_id = e.subject AND f.seq = e.seq
    WHERE e.subject = ${loanId} ORDER BY e.seq`)
}

const PAPERS = ['receipt', 'disbursement', 'refund'] as const

export type NamedEvent = RecordedEvent & { at: number; by: string } & Record<
    (typeof PAPERS)[number],
    string | null
  >

/** The paper that was made out for an event: at most one. */
export function paperOf(event: NamedEvent) {
  for (const kind of PAPERS) {
    const code = event[kind]
    if (code !== null) return { kind, code }
  }
  return null
}
