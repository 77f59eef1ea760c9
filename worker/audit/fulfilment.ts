import type { Invariant } from '#worker/audit/invariant'

/** I13: what becomes of an order after it was paid. */
export const fulfilmentInvariants: readonly Invariant[] = [
  {
    id: 'I13-parcels-hold-what-was-ordered',
    says: 'What left in parcels, or was given up before it left, is never more than was ordered.',
    sql: `SELECT l.order_id, l.n FROM order_lines l
          JOIN (SELECT order_id, n, sum(quantity) AS gone FROM (
              SELECT s.order_id, x.n, x.quantity FROM shipments s
              JOIN shipment_lines x ON x.shipment_id = s.id WHERE s.complaint_id IS NULL
              UNION ALL SELECT f.order_id, x.n, x.quantity FROM refunds f
              JOIN refund_lines x ON x.refund_id = f.id WHERE f.kind = 'lines')
            GROUP BY order_id, n) g ON g.order_id = l.order_id AND g.n = l.n
          WHERE g.gone > l.quantity`,
  },
  {
    id: 'I13-shipped-when-all-has-left',
    says: 'An order is shipped when all its pieces have left, and not before.',
    sql: `SELECT o.id, o.status FROM orders o WHERE o.delivery <> 'pickup' AND o.terms <> 'invoice'
          AND o.status IN ('packed', 'shipped', 'delivered') AND (o.status = 'packed') <> EXISTS (
            SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.quantity
              > (SELECT coalesce(sum(x.quantity), 0) FROM shipments s JOIN shipment_lines x
                 ON x.shipment_id = s.id WHERE s.order_id = o.id AND x.n = l.n
                 AND s.complaint_id IS NULL)
              + (SELECT coalesce(sum(x.quantity), 0) FROM refunds f JOIN refund_lines x
                 ON x.refund_id = f.id WHERE f.order_id = o.id AND x.n = l.n AND f.kind = 'lines'))`,
  },
  {
    id: 'I13-delivered-when-all-has-come',
    says: 'An order is delivered when all its parcels have arrived.',
    sql: `SELECT o.id FROM orders o JOIN shipments s ON s.order_id = o.id
          WHERE o.status = 'delivered' AND s.delivered_at IS NULL AND s.complaint_id IS NULL`,
  },
  {
    id: 'I13-refunds-sum-to-what-went-back',
    says: 'The refunds of an order are what it says it gave back: to the buyer, sponsors, of the commission.',
    sql: `SELECT o.id FROM orders o LEFT JOIN (SELECT order_id,
              sum(iif(payer = 'network', amount, 0)) AS amount, sum(sponsored_back) AS sponsored,
              sum(commission_back) AS commission FROM refunds GROUP BY order_id) f
            ON f.order_id = o.id
          WHERE coalesce(f.amount, 0) <> o.refunded OR coalesce(f.sponsored, 0) <> o.sponsored_back
            OR coalesce(f.commission, 0) <> o.commission_back`,
  },
  {
    id: 'I13-refunds-within-what-was-paid',
    says: 'No more goes back than was paid, whoever sends it, and of no line more pieces than it has.',
    sql: `SELECT o.id FROM orders o JOIN refunds f ON f.order_id = o.id
          GROUP BY o.id HAVING sum(f.amount) > o.total
          UNION ALL SELECT l.order_id FROM order_lines l JOIN refunds f ON f.order_id = l.order_id
          JOIN refund_lines x ON x.refund_id = f.id AND x.n = l.n
          GROUP BY l.order_id, l.n HAVING sum(x.quantity) > l.quantity`,
  },
  {
    id: 'I13-refunds-are-booked-and-sent-once',
    says: 'The network owes each buyer what is due to her, and has sent what it says it has.',
    sql: `SELECT f.order_id FROM (SELECT order_id, sum(iif(status = 'due', amount, 0)) AS due,
              sum(iif(status = 'sent', amount, 0)) AS sent FROM refunds
            WHERE payer = 'network' GROUP BY order_id) f
          LEFT JOIN (SELECT holder, sum(credits - debits) AS owed, sum(debits) AS gone FROM accounts
                     WHERE code = 'refund-payable' GROUP BY holder) a ON a.holder = f.order_id
          WHERE coalesce(a.owed, 0) <> f.due OR coalesce(a.gone, 0) <> f.sent`,
  },
  {
    id: 'I13-disputes-are-the-open-ones',
    says: 'An order counts the returns and complaints that are open, and one at a time.',
    sql: `SELECT o.id, o.disputes FROM orders o
          LEFT JOIN (SELECT order_id, count(*) AS open FROM (
              SELECT order_id FROM returns WHERE closed_at IS NULL
              UNION ALL SELECT order_id FROM complaints WHERE closed_at IS NULL)
            GROUP BY order_id) d ON d.order_id = o.id
          WHERE o.disputes <> coalesce(d.open, 0) OR o.disputes > 1`,
  },
  {
    id: 'I13-every-wait-has-an-end',
    says: 'Whatever waits for somebody has a clock: a sent order, an asked cancellation, a dispute.',
    sql: `SELECT id FROM orders WHERE status IN ('shipped', 'delivered') AND terms <> 'invoice'
            AND complete_at IS NULL
          UNION ALL SELECT id FROM orders WHERE cancel_asked_at IS NOT NULL
            AND (cancel_answer_by IS NULL OR status NOT IN ('placed', 'confirmed', 'packed'))
          UNION ALL SELECT id FROM orders WHERE paid = 1 AND ship_by IS NULL AND terms = 'prepaid'
            AND status IN ('placed', 'confirmed', 'packed')
          UNION ALL SELECT order_id FROM returns WHERE closed_at IS NULL AND due_at IS NULL
          UNION ALL SELECT order_id FROM complaints WHERE closed_at IS NULL AND due_at IS NULL`,
  },
  {
    id: 'I13-accounts-are-forgotten',
    says: 'A buyer’s bank account is kept only while money is due to her.',
    sql: `SELECT a.order_id FROM refund_accounts a WHERE NOT EXISTS (SELECT 1 FROM refunds f
            WHERE f.order_id = a.order_id AND f.status = 'due' AND f.payer = 'network')`,
  },
]
