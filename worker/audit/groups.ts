import type { Invariant } from '#worker/audit/invariant'

/** Loans of groups: shares, parts, debts between members, reserves and the cash of meetings. */
export const groupInvariants: readonly Invariant[] = [
  {
    id: 'L7-shares-are-the-principal',
    says: 'The shares of the members sum to the principal.',
    sql: `SELECT l.id, l.principal, sum(s.amount) AS shares FROM loan_shares s
          JOIN loans l ON l.id = s.loan_id GROUP BY l.id HAVING sum(s.amount) <> l.principal`,
  },
  {
    id: 'L7-parts-are-the-payment',
    says: 'What members paid for themselves and for others sums to the payment of the group.',
    sql: `SELECT x.loan_id, x.seq, sum(x.amount) AS parts, (e.data->>'amount') AS paid FROM (
            SELECT loan_id, seq, amount FROM payment_parts UNION ALL
            SELECT loan_id, seq, amount FROM covers) x
          LEFT JOIN events e ON e.subject = x.loan_id AND e.seq = x.seq AND e.type = 'repaid'
          GROUP BY x.loan_id, x.seq
          HAVING coalesce(e.data->>'amount', -1) <> sum(x.amount)`,
  },
  {
    id: 'L7-debts-are-covers-less-repayments',
    says: 'What a member paid back is what was written of it.',
    sql: `SELECT c.id, c.repaid FROM covers c WHERE c.repaid <> (
            SELECT coalesce(sum(r.amount), 0) FROM cover_repayments r
            WHERE r.cover_id = c.id AND r.reversed_at IS NULL)`,
  },
  {
    id: 'L7-covers-stand-with-their-payment',
    says: 'A cover is taken back when, and only when, the payment it was part of is.',
    sql: `SELECT c.id FROM covers c WHERE (c.reversed_at IS NOT NULL) <> EXISTS (
            SELECT 1 FROM events e WHERE e.subject = c.loan_id AND e.type = 'reversed'
              AND (e.data->>'reverses') = c.seq)`,
  },
  {
    id: 'L7-reserve-is-its-story',
    says: 'What the books owe a group as its reserve is what went in less what went out.',
    sql: `SELECT m.lender_id, m.group_id, m.moved, coalesce(a.credits - a.debits, 0) AS booked
          FROM (SELECT lender_id, group_id, sum(amount) AS moved FROM reserve_moves
            GROUP BY lender_id, group_id) m
          LEFT JOIN accounts a ON a.id = m.lender_id || '/group-reserve/' || m.group_id
          WHERE m.moved <> coalesce(a.credits - a.debits, 0)
          UNION ALL
          SELECT a.book, a.holder, 0, a.credits - a.debits FROM accounts a
          WHERE a.code = 'group-reserve' AND a.credits <> a.debits AND NOT EXISTS (
            SELECT 1 FROM reserve_moves m WHERE m.lender_id = a.book AND m.group_id = a.holder)`,
  },
  {
    id: 'L7-hand-over-is-the-sheet',
    says: 'The cash of a meeting is the sum of its sheet, and stands as carried until it is counted.',
    sql: `SELECT m.id, m.cash, sum(x.cash) AS sheet, coalesce(a.debits - a.credits, 0) AS carried
          FROM meetings m JOIN meeting_lines x ON x.meeting_id = m.id
          LEFT JOIN accounts a ON a.id = m.lender_id || '/cash/' || m.id
          GROUP BY m.id HAVING m.cash <> sum(x.cash)
            OR coalesce(a.debits - a.credits, 0) <>
              CASE WHEN m.status IN ('recorded', 'handed-over') THEN m.cash ELSE 0 END`,
  },
  {
    id: 'L7-sheet-is-what-the-loan-received',
    says: 'What members paid and laid down at a meeting is what the loan was repaid.',
    sql: `SELECT m.id, m.to_loan, m.from_reserve FROM meetings m
          JOIN meeting_lines x ON x.meeting_id = m.id
          GROUP BY m.id HAVING m.to_loan <> sum(x.paid + x.gave)
            OR m.from_reserve <> sum(x.covered_by_reserve)
            OR sum(x.gave) <> sum(x.covered_by_members)`,
  },
  {
    id: 'L7-two-people-count',
    says: 'Cash is counted by another than handed it over, shares and withdrawals decided likewise.',
    sql: `SELECT id FROM meetings WHERE received_by = handed_by UNION ALL
          SELECT id FROM loan_share_changes WHERE decided_by = proposed_by UNION ALL
          SELECT id FROM reserve_withdrawals WHERE decided_by = asked_by`,
  },
]
