/** Many loans of one, for tests of how much is read: rows without a history. */
import { bindings } from '#test/support/client'

/** So many copies of a loan, as rows only. */
export async function multiply(id: string, times: number): Promise<void> {
  const { DB } = bindings()
  await DB.prepare(COPY).bind(times, id).run()
}

const COPY = `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < CAST(?1 AS INTEGER))
  INSERT INTO loans (id, lender_id, number, origin, application_id, product_id, borrower_id, group_id,
    officer_id, fund_id, region_code, principal, terms, basis, effective_rate, disbursed_on, status,
    balance, overpayment, written_off, recovered, accrued, accrued_on, rescheduled_on, paused_until,
    next_due_on, unpaid, version)
  SELECT l.id || '-' || printf('%06d', n.i), lender_id, 1000 + n.i, 'import', NULL, product_id,
    borrower_id, group_id, officer_id, fund_id, region_code, principal, terms, basis, effective_rate,
    disbursed_on, status, balance, overpayment, written_off, recovered, accrued, accrued_on,
    rescheduled_on, paused_until, next_due_on, unpaid, version
  FROM loans l JOIN n WHERE l.id = ?2`

/** Rows without a history are no loans: they go before the audit looks. */
export async function forgotten(): Promise<void> {
  const { DB } = bindings()
  const copies = `SELECT id FROM loans WHERE id LIKE '%-______'`
  await DB.batch([
    DB.prepare('UPDATE portfolio_runs SET day = NULL, after = NULL'),
    DB.prepare('DELETE FROM portfolio_parts'),
    DB.prepare('DELETE FROM portfolio_days'),
    DB.prepare('DELETE FROM portfolio_loans'),
    DB.prepare('DELETE FROM fund_parts'),
    DB.prepare(`DELETE FROM loan_reminders WHERE loan_id IN (${copies})`),
    DB.prepare(`UPDATE officer_tallies SET loans = (SELECT count(*) FROM loans l
      WHERE l.lender_id = officer_tallies.lender_id AND l.status <> 'closed'
      AND coalesce(l.officer_id, '') = officer_tallies.officer_id AND l.id NOT IN (${copies}))`),
    DB.prepare(`DELETE FROM brought_loans WHERE loan_id IN (${copies})`),
    DB.prepare(`UPDATE fund_sums SET (brought, lent, balance, loans, running) = (SELECT 0, sum(principal),
      sum(balance), count(*), count(*) FROM loans WHERE fund_id = fund_sums.fund_id
      AND id NOT IN (${copies})) WHERE loans > 700`),
    DB.prepare(`DELETE FROM loans WHERE id IN (${copies})`),
  ])
}
