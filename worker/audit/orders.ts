import type { Invariant } from '#worker/audit/invariant'

export const orderInvariants: readonly Invariant[] = [
  {
    id: 'I6-held-while-open',
    says: 'While an order is paid and open, what it and its sponsors paid is held, less what went back.',
    sql: `SELECT r.id, r.status FROM orders r
          LEFT JOIN (SELECT holder, sum(credits - debits) AS held FROM accounts
                     WHERE code = 'buyers-money' GROUP BY holder) a ON a.holder = r.id
          WHERE coalesce(a.held, 0) <> CASE WHEN r.paid = 1
            AND r.terms = 'prepaid' AND r.status NOT IN ('completed', 'cancelled')
            THEN r.total + r.sponsored - r.refunded - r.sponsored_back ELSE 0 END`,
  },
  {
    id: 'I6-payable-is-completed-less-paid-out',
    says: 'A seller is owed her completed orders less commission and refunds, less what was paid out.',
    sql: `SELECT e.organization_id AS enterprise FROM enterprises e
          LEFT JOIN (SELECT holder, sum(credits - debits) AS owed FROM accounts
                     WHERE code IN ('seller-payable', 'seller-receivable') GROUP BY holder) a
            ON a.holder = e.organization_id
          LEFT JOIN (SELECT enterprise_id, sum(iif(terms = 'cod', 0, total - refunded)
                       + sponsored - sponsored_back - commission + commission_back) AS earned
                     FROM orders WHERE terms <> 'invoice'
                     AND status = 'completed' GROUP BY enterprise_id) r
            ON r.enterprise_id = e.organization_id
          LEFT JOIN (SELECT enterprise_id, sum(amount) AS paid_out FROM payouts
                     WHERE status IN ('requested', 'sent', 'settled') GROUP BY enterprise_id) p
            ON p.enterprise_id = e.organization_id
          LEFT JOIN (SELECT enterprise_id, sum(amount) AS received FROM receivable_payments
                     GROUP BY enterprise_id) q ON q.enterprise_id = e.organization_id
          LEFT JOIN (SELECT enterprise_id, sum(total - withheld - commission) AS earned
                     FROM invoices WHERE status = 'paid' GROUP BY enterprise_id) i
            ON i.enterprise_id = e.organization_id
          LEFT JOIN (SELECT enterprise_id, sum(taken) AS taken FROM payout_shares
                     GROUP BY enterprise_id) s ON s.enterprise_id = e.organization_id
          WHERE coalesce(a.owed, 0) <> coalesce(r.earned, 0) + coalesce(i.earned, 0)
            - coalesce(p.paid_out, 0) - coalesce(s.taken, 0) + coalesce(q.received, 0)`,
  },
  {
    id: 'I11-payouts-are-booked-once',
    says: 'Each payout that was sent has one entry of exactly its amount.',
    sql: `SELECT p.id FROM payouts p
          LEFT JOIN entries e ON e.subject = p.id AND e.rule = 'payout-sent'
          LEFT JOIN transfers t ON t.entry_id = e.id
          WHERE p.sent_at IS NOT NULL
          GROUP BY p.id HAVING count(t.entry_id) <> 1 OR sum(t.amount) IS NOT p.amount`,
  },
  {
    id: 'I11-payouts-within-the-payable',
    says: 'No enterprise was ever paid more than it had earned by then.',
    sql: `SELECT holder FROM accounts WHERE code = 'seller-payable' AND debits > credits`,
  },
  {
    id: 'I11-refunds-are-what-was-paid',
    says: 'What is owed or was returned to the buyer of an order is what it says it gave back.',
    sql: `SELECT r.id FROM orders r
          LEFT JOIN (SELECT holder, sum(credits) AS due, sum(debits) AS sent FROM accounts
                     WHERE code = 'refund-payable' GROUP BY holder) a ON a.holder = r.id
          WHERE coalesce(a.due, 0) <> r.refunded OR coalesce(a.sent, 0) > r.refunded
            OR (r.refunded > 0 AND r.paid = 0)
            OR (r.status = 'cancelled' AND r.paid = 1 AND r.refunded <> r.total)`,
  },
  {
    id: 'I9-orders-have-lived-what-they-say',
    says: 'The status of an order is the last of its events that names one.',
    sql: `SELECT r.id, r.status FROM orders r WHERE r.status IS NOT (
            SELECT v.type FROM events v WHERE v.subject = r.id
            AND v.type IN ('placed', 'confirmed', 'packed', 'shipped', 'delivered', 'completed',
              'cancelled', 'expired') ORDER BY v.seq DESC LIMIT 1)`,
  },
  {
    id: 'I9-orders-have-their-times',
    says: 'An order has the instants of what happened to it, and a clock only while it is on its way.',
    sql: `SELECT id, status FROM orders WHERE
            (status = 'completed') <> (completed_at IS NOT NULL)
            OR (status = 'cancelled') <> (cancelled_at IS NOT NULL)
            OR (status IN ('shipped', 'delivered') AND terms <> 'invoice') <> (complete_at IS NOT NULL)
            OR (status = 'shipped' AND shipped_at IS NULL)
            OR (status = 'delivered' AND delivered_at IS NULL)
            OR (shipped_at IS NOT NULL) <> (courier IS NOT NULL)`,
  },
]
