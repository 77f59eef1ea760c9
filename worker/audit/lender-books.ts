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
            SELECT fund_id, brought, handed AS lent, handed * women AS women, balance, written_off,
              recovered, 1 AS loans, running FROM fund_loans
            UNION ALL SELECT fund_id, -brought, -lent, -lent_to_women, -balance, -written_off,
              -recovered, -loans, -running FROM fund_sums)
          GROUP BY fund_id HAVING sum(brought) <> 0 OR sum(lent) <> 0 OR sum(women) <> 0
            OR sum(balance) <> 0 OR sum(written_off) <> 0 OR sum(recovered) <> 0
            OR sum(loans) <> 0 OR sum(running) <> 0`,
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
    id: 'B4-no-more-than-was-promised',
    says: 'No fund has received more than its funder promised.',
    sql: `SELECT f.id FROM loan_funds f JOIN fund_sums s ON s.fund_id = f.id
          WHERE s.received > f.promised`,
  },
]
