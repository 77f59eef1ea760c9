import type { Invariant } from '#worker/audit/invariant'

const FUND = `iif(a.holder = '', a.book, a.holder)`

/** A lender's funds and books: every sum that is kept is what its sources give. */
export const lenderBookInvariants: readonly Invariant[] = [
  {
    id: 'B1-every-lender-has-its-book',
    says: 'Every lender has its book and its first fund, and every fund its sums.',
    sql: `SELECT o.id FROM organizations o WHERE o.kind = 'lender' AND NOT (
            EXISTS (SELECT 1 FROM lender_books b WHERE b.lender_id = o.id)
            AND EXISTS (SELECT 1 FROM loan_funds f WHERE f.id = o.id AND f.lender_id = o.id))
          UNION ALL SELECT f.id FROM loan_funds f
          WHERE NOT EXISTS (SELECT 1 FROM fund_sums s WHERE s.fund_id = f.id)`,
  },
  {
    id: 'B2-every-loan-has-its-fund',
    says: 'Every loan is carried by a fund of its own lender.',
    sql: `SELECT l.id FROM loans l LEFT JOIN loan_funds f ON f.id = l.fund_id
          WHERE f.lender_id IS NOT l.lender_id`,
  },
  {
    id: 'B3-funds-sum-their-loans',
    says: 'What a fund has lent, what of it is still lent, lost and recovered is what its loans say.',
    sql: `SELECT fund_id FROM (
            SELECT fund_id, brought, handed AS lent, handed * women AS women, balance, 1 AS loans,
              running FROM fund_loans
            UNION ALL SELECT fund_id, -brought, -lent, -lent_to_women, -balance, -loans, -running
            FROM fund_sums)
          GROUP BY fund_id HAVING sum(brought) <> 0 OR sum(lent) <> 0 OR sum(women) <> 0
            OR sum(balance) <> 0 OR sum(loans) <> 0 OR sum(running) <> 0`,
  },
  {
    id: 'B3-funds-sum-their-losses',
    says: 'What a fund has lost and recovered is what the entries of its loans say.',
    sql: `SELECT fund_id FROM (
            SELECT l.fund_id, t.amount * ((t.debit LIKE '%/loss-allowance/%')
                - (t.credit LIKE '%/loss-allowance/%')) AS lost,
              t.amount * ((t.credit LIKE '%/recoveries/%') - (t.debit LIKE '%/recoveries/%')) AS back
            FROM loans l JOIN entries e ON e.subject = l.id JOIN transfers t ON t.entry_id = e.id
            UNION ALL SELECT fund_id, -written_off, -recovered FROM fund_sums)
          WHERE fund_id NOT IN (SELECT fund_id FROM loans WHERE origin = 'import')
          GROUP BY fund_id HAVING sum(lost) <> 0 OR sum(back) <> 0`,
  },
  {
    id: 'B3-funds-count-their-borrowers',
    says: 'A fund counts each group and each person it has lent to once.',
    sql: `SELECT s.fund_id FROM fund_sums s WHERE s.borrowers <>
            (SELECT count(DISTINCT borrower) FROM fund_loans f WHERE f.fund_id = s.fund_id)`,
  },
  {
    id: 'B4-capital-is-what-the-books-say',
    says: 'What a fund received less what it gave back is its capital in the lender’s book.',
    sql: `SELECT fund_id FROM (
            SELECT fund_id, received - returned AS capital FROM fund_sums
            UNION ALL SELECT ${FUND}, a.debits - a.credits FROM accounts a
            WHERE a.code = 'fund-capital' AND EXISTS (SELECT 1 FROM lender_books b WHERE b.lender_id = a.book))
          GROUP BY fund_id HAVING sum(capital) <> 0`,
  },
  {
    id: 'B5-closed-months-stand',
    says: 'Nothing is dated in a month after it was closed: it holds what was kept of it.',
    sql: `SELECT lender_id, month, code FROM (
            SELECT b.lender_id, b.month, b.code, b.debits, b.credits FROM closed_balances b
            UNION ALL SELECT c.lender_id, c.month, m.code, -m.debits, -m.credits
            FROM closed_months c JOIN book_months m ON m.book = c.lender_id AND m.month <= c.month)
          GROUP BY lender_id, month, code HAVING sum(debits) <> 0 OR sum(credits) <> 0`,
  },
  {
    id: 'B5-the-last-closed-month',
    says: 'A book is closed through the last of its closed months.',
    sql: `SELECT b.lender_id FROM lender_books b WHERE b.closed_through IS NOT (
            SELECT max(m.month) FROM closed_months m WHERE m.lender_id = b.lender_id)`,
  },
  {
    id: 'B5-a-closed-year-earned-nothing-more',
    says: 'At the end of a closed December nothing is left of income and expenses.',
    sql: `SELECT m.lender_id, m.month, b.code FROM closed_months m
          JOIN closed_balances b ON b.lender_id = m.lender_id AND b.month = m.month
          WHERE m.month LIKE '%-12' AND b.debits <> b.credits AND (b.code LIKE '%-income'
            OR b.code LIKE '%-expense%' OR b.code IN ('recoveries', 'loan-losses', 'fund-cost',
              'gateway-fees', 'payment-losses'))`,
  },
  {
    id: 'B6-agreed-is-booked',
    says: 'What two people agreed on is booked once, by them; what they did not is not.',
    sql: `SELECT p.id FROM book_proposals p LEFT JOIN entries e ON e.id = p.entry_id
          WHERE (p.entry_id IS NOT NULL AND (p.status <> 'approved' OR e.actor_id <> p.decided_by))
            OR (p.status = 'approved' AND p.kind <> 'reopening' AND p.entry_id IS NULL)`,
  },
  {
    id: 'B4-no-more-than-was-promised',
    says: 'No fund has received more than its funder promised.',
    sql: `SELECT f.id FROM loan_funds f JOIN fund_sums s ON s.fund_id = f.id
          WHERE s.received > f.promised`,
  },
]
