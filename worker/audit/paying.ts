import type { Invariant } from '#worker/audit/invariant'

export const payingInvariants: readonly Invariant[] = [
  {
    id: 'P1-suspense-is-what-its-items-say',
    says: 'What is left of an item in suspense is what the books hold for it.',
    sql: `SELECT u.id, u.rest FROM unmatched_payments u
          LEFT JOIN (SELECT holder, sum(credits - debits) AS held FROM accounts
                     WHERE code = 'suspense' GROUP BY holder) a ON a.holder = u.id
          WHERE coalesce(a.held, 0) <> u.rest OR (u.status = 'open') <> (u.rest > 0)
            OR (u.status = 'open') <> (u.closed_at IS NULL)
          UNION ALL
          SELECT holder, credits - debits FROM accounts
          WHERE code = 'suspense' AND holder NOT IN (SELECT id FROM unmatched_payments)
            AND holder NOT IN (SELECT id FROM bank_credits)`,
  },
  {
    id: 'P2-gateways-hold-what-they-collected',
    says: 'A gateway holds what came through it, less what went back and what it has transferred.',
    sql: `SELECT a.holder, a.debits - a.credits AS held FROM accounts a
          WHERE a.code = 'gateway-clearing' AND a.debits - a.credits <>
            (SELECT coalesce(sum(received - back), 0) FROM gateway_payments
             WHERE provider = a.holder AND book = a.book)
            - (SELECT coalesce(sum(net + fee), 0) FROM gateway_transfers
               WHERE provider = a.holder AND book = a.book)`,
  },
  {
    id: 'I10-a-gateway-moves-money-once',
    says: 'What an attempt has received and given back is the sum of the moves that were told.',
    sql: `SELECT g.id FROM gateway_payments g
          LEFT JOIN gateway_moves m ON m.payment_id = g.id GROUP BY g.id
          HAVING g.received <> coalesce(sum(m.amount) FILTER (WHERE m.kind = 'received'), 0)
            OR g.back <> coalesce(sum(m.amount) FILTER (WHERE m.kind <> 'received'), 0)
            OR g.version <> (SELECT max(seq) FROM events e WHERE e.subject = g.id)`,
  },
  {
    id: 'P3-cash-at-the-door-is-never-held',
    says: 'The network holds nothing for an order that is paid at the door, and owes no buyer for it.',
    sql: `SELECT o.id, a.code FROM orders o JOIN accounts a ON a.holder = o.id
          WHERE o.terms = 'cod' AND a.code IN ('buyers-money', 'refund-payable')
          UNION ALL
          SELECT o.id, p.status FROM orders o JOIN purchases p ON p.id = o.purchase_id
          WHERE (p.method = 'cod') <> (o.terms = 'cod')
            OR (o.terms = 'cod' AND (o.paid = 1 OR p.status <> 'accepted'))`,
  },
  {
    id: 'P4-a-line-of-a-statement-is-decided-once',
    says: 'A line that pays a purchase names a settled one; its version counts its events.',
    sql: `SELECT l.id FROM statement_lines l LEFT JOIN purchases p ON p.id = l.purchase_id
          WHERE (l.status = 'matched' AND p.status IS NOT 'settled')
            OR l.version <> (SELECT count(*) FROM events e WHERE e.subject = l.id)`,
  },
  {
    id: 'P5-losses-are-booked',
    says: 'What was lost to payments taken back is the sum of the operator’s tasks.',
    sql: `SELECT a.book FROM accounts a WHERE a.code = 'payment-losses'
          AND a.debits - a.credits <> (SELECT coalesce(sum(amount), 0) FROM payment_losses l
                                       WHERE l.book = a.book)`,
  },
]
