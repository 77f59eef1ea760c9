/** Runs the invariants of all wings; an empty list is a clean audit. */
import { sql } from 'drizzle-orm'
import { read, type Database, type Statement } from '#db/client'
import { applyingInvariants } from '#worker/audit/applying'
import { findingInvariants } from '#worker/audit/finding'
import { followingInvariants } from '#worker/audit/following'
import { fulfilmentInvariants } from '#worker/audit/fulfilment'
import { sha256 } from '#worker/http/fingerprint'
import { companyInvariants } from '#worker/audit/companies'
import { groupInvariants } from '#worker/audit/groups'
import { identityInvariants } from '#worker/audit/identity'
import type { Invariant, Violation } from '#worker/audit/invariant'
import { ledgerInvariants } from '#worker/audit/ledger'
import { lenderBookInvariants } from '#worker/audit/lender-books'
import { portfolioInvariants } from '#worker/audit/portfolio'
import { lendingInvariants } from '#worker/audit/lending'
import { loanProductInvariants } from '#worker/audit/loan-products'
import { marketInvariants } from '#worker/audit/market'
import { orderInvariants } from '#worker/audit/orders'
import { programInvariants } from '#worker/audit/programs'
import { payingInvariants } from '#worker/audit/paying'
import { purchaseInvariants } from '#worker/audit/purchases'
import { troubleInvariants } from '#worker/audit/trouble'
import { voucherInvariants } from '#worker/audit/vouchers'
import { replayViolations, type Booked, type KeptLoan } from '#worker/audit/replay'
import { reviewingInvariants } from '#worker/audit/reviewing'
import { settlingInvariants } from '#worker/audit/settling'
import { sellingInvariants } from '#worker/audit/selling'
import type { RecordedEvent } from '#worker/lending/servicing/loans/record'

export const INVARIANTS: readonly Invariant[] = [
  ...ledgerInvariants,
  ...identityInvariants,
  ...marketInvariants,
  ...findingInvariants,
  ...purchaseInvariants,
  ...voucherInvariants,
  ...orderInvariants,
  ...settlingInvariants,
  ...sellingInvariants,
  ...fulfilmentInvariants,
  ...payingInvariants,
  ...companyInvariants,
  ...lendingInvariants,
  ...loanProductInvariants,
  ...applyingInvariants,
  ...reviewingInvariants,
  ...lenderBookInvariants,
  ...portfolioInvariants,
  ...followingInvariants,
  ...groupInvariants,
  ...troubleInvariants,
  ...programInvariants,
]

const SHOWN = 20
const LOANS_A_PAGE = 500

type Rows = Record<string, unknown>[]

export async function audit(db: Database): Promise<Violation[]> {
  const statements = INVARIANTS.map((one) =>
    db.all<Rows[number]>(sql.raw(`SELECT * FROM (${one.sql}) LIMIT ${SHOWN}`)),
  )
  const answers = (await read(db, statements as unknown as [Statement])) as unknown as Rows[]
  const broken = INVARIANTS.flatMap(({ id, says }, i) => {
    const rows = answers[i] ?? []
    return rows.length > 0 ? [{ invariant: id, says, rows }] : []
  })
  return [...broken, ...(await replayedLoans(db)), ...(await changedAgreements(db))]
}

const AGREEMENTS_A_PAGE = 200

/** Whoever changes a letter of what was accepted leaves another hash. */
async function changedAgreements(db: Database): Promise<Violation[]> {
  const rows: Rows = []
  for (let after = ''; ;) {
    const [page] = await read(db, [
      db.all<{ id: string; hash: string; content: string }>(sql`
        SELECT application_id AS id, hash, content FROM agreements
        WHERE application_id > ${after} ORDER BY application_id LIMIT ${AGREEMENTS_A_PAGE}`),
    ])
    for (const { id, hash, content } of page) {
      if ((await sha256(content)) !== hash) rows.push({ id })
    }
    const last = page.at(-1)
    if (!last || page.length < AGREEMENTS_A_PAGE) break
    after = last.id
  }
  const says = 'What was accepted is word for word what its hash was made of.'
  return rows.length > 0 ? [{ invariant: 'L31-agreement-unchanged', says, rows }] : []
}

/** Replays every loan, page by page; its figures cannot be checked in SQL. */
async function replayedLoans(db: Database): Promise<Violation[]> {
  const violations: Violation[] = []
  for (let after = ''; ;) {
    const [loans, events, booked] = await read(db, [
      pageOfLoans(db, after),
      eventsOfPage(db, after),
      bookedOfPage(db, after),
    ])
    violations.push(...replayViolations(loans, events, booked))
    const last = loans.at(-1)
    if (!last || loans.length < LOANS_A_PAGE) return violations
    after = last.id
  }
}

function pageOfLoans(db: Database, after: string) {
  return db.all<KeptLoan>(sql`
    SELECT id, lender_id AS lenderId, group_id AS groupId, terms, basis, accrued,
      accrued_on AS accruedOn, status, balance, overpayment, written_off AS writtenOff, recovered,
      rescheduled_on AS rescheduledOn, paused_until AS pausedUntil, next_due_on AS nextDueOn, unpaid
    FROM loans WHERE id > ${after} ORDER BY id LIMIT ${LOANS_A_PAGE}`)
}

const idsOfPage = (after: string) =>
  sql`(SELECT id FROM loans WHERE id > ${after} ORDER BY id LIMIT ${LOANS_A_PAGE})`

function eventsOfPage(db: Database, after: string) {
  return db.all<RecordedEvent & { subject: string }>(sql`
    SELECT subject, seq, type, data FROM events WHERE subject IN ${idsOfPage(after)}
    ORDER BY subject, seq`)
}

function bookedOfPage(db: Database, after: string) {
  return db.all<Booked>(sql`
    WITH moved AS MATERIALIZED (
      SELECT e.subject AS loan, t.debit AS debit, t.credit AS credit, t.amount AS amount
      FROM entries e JOIN transfers t ON t.entry_id = e.id WHERE e.subject IN ${idsOfPage(after)})
    SELECT loan, account, sum(amount) AS debit FROM (
      SELECT loan, debit AS account, amount FROM moved
      UNION ALL SELECT loan, credit, -amount FROM moved)
    GROUP BY loan, account`)
}
