import type { Invariant } from '#worker/audit/invariant'

/** Lenders whose last day was counted whole: their loans stand as that day's sums say. */
const WHOLE = `SELECT r.lender_id, r.day FROM portfolio_runs r JOIN portfolio_days d
  ON d.lender_id = r.lender_id AND d.day = r.day AND d.whole = 1 WHERE r."after" IS NULL`

export const portfolioInvariants: readonly Invariant[] = [
  {
    id: 'P1-parts-are-their-loans',
    says: 'Every class, band, officer and quarter of the newest day is the sum of its loans.',
    sql: `WITH w AS (${WHOLE}), held AS (
            SELECT lender_id, 'class' AS kind, class AS key, balance, overdue, 1 AS loans
              FROM portfolio_loans WHERE balance > 0
            UNION ALL SELECT lender_id, 'band', band, balance, overdue, 1 FROM portfolio_loans
              WHERE balance > 0
            UNION ALL SELECT lender_id, 'officer', officer, balance, overdue, 1 FROM portfolio_loans
              WHERE balance > 0
            UNION ALL SELECT lender_id, 'vintage', quarter, balance, overdue, 1 FROM portfolio_loans)
          SELECT lender_id, kind, key FROM (
            SELECT h.* FROM held h JOIN w ON w.lender_id = h.lender_id
            UNION ALL SELECT p.lender_id, p.kind, p.key, -p.balance, -p.overdue, -p.loans
              FROM portfolio_parts p JOIN w ON w.lender_id = p.lender_id AND w.day = p.day
              WHERE p.kind <> 'due')
          GROUP BY lender_id, kind, key
          HAVING sum(balance) <> 0 OR sum(overdue) <> 0 OR sum(loans) <> 0`,
  },
  {
    id: 'P2-days-are-their-parts',
    says: 'What a whole day came to is what its classes, its bands and its officers come to.',
    sql: `SELECT d.lender_id, d.day, k.kind FROM portfolio_days d
          JOIN (SELECT 'class' AS kind UNION ALL SELECT 'band' UNION ALL SELECT 'officer') k
          LEFT JOIN portfolio_parts p
            ON p.lender_id = d.lender_id AND p.day = d.day AND p.kind = k.kind
          WHERE d.whole = 1 GROUP BY d.lender_id, d.day, k.kind
          HAVING d.balance <> coalesce(sum(p.balance), 0) OR d.running <> coalesce(sum(p.loans), 0)
            OR d.at_risk <> coalesce(sum(p.at_risk), 0)`,
  },
  {
    id: 'P3-counted-as-it-stands',
    says: 'A loan that did not change since it was counted stands as it was counted.',
    sql: `SELECT p.loan_id FROM portfolio_loans p JOIN loans l ON l.id = p.loan_id
          WHERE p.lender_id <> l.lender_id OR (p.version = l.version
            AND (p.balance <> l.balance OR p.lent <> l.principal))`,
  },
  {
    id: 'P4-bands-are-days',
    says: 'The band of a loan is the days from its oldest missed due date to the day of the count.',
    sql: `WITH w AS (${WHOLE})
          SELECT p.loan_id FROM portfolio_loans p JOIN w ON w.lender_id = p.lender_id
          WHERE p.balance > 0 AND p.band <> CASE
            WHEN p.late_since IS NULL OR p.late_since >= w.day THEN 'on-time'
            WHEN julianday(w.day) - julianday(p.late_since) <= 30 THEN 'd1'
            WHEN julianday(w.day) - julianday(p.late_since) <= 60 THEN 'd31'
            WHEN julianday(w.day) - julianday(p.late_since) <= 90 THEN 'd61' ELSE 'd91' END`,
  },
  {
    id: 'P5-every-loan-is-counted',
    says: 'A whole day has looked at every loan of its lender, and at none twice.',
    sql: `WITH w AS (${WHOLE}) SELECT w.lender_id FROM w
          JOIN portfolio_days d ON d.lender_id = w.lender_id AND d.day = w.day
          WHERE d.loans <> (SELECT count(*) FROM portfolio_loans p WHERE p.lender_id = w.lender_id)`,
  },
]
