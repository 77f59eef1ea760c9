import type { Invariant } from '#worker/audit/invariant'

export const purchaseInvariants: readonly Invariant[] = [
  {
    id: 'I4-a-purchase-is-the-sum-of-its-orders',
    says: 'A purchase is exactly the sum of its orders and its unique code.',
    sql: `SELECT p.id, p.total FROM purchases p LEFT JOIN orders o ON o.purchase_id = p.id
          GROUP BY p.id HAVING p.goods_total IS NOT sum(o.goods_total)
            OR p.shipping_total IS NOT sum(o.shipping)
            OR p.discount_total IS NOT sum(o.discount) OR p.tax_total IS NOT sum(o.tax)
            OR p.total IS NOT sum(o.total) + p.unique_code`,
  },
  {
    id: 'I4-an-order-is-the-sum-of-its-lines',
    says: 'Goods, weight, taxes and commission of an order are those of its lines.',
    sql: `SELECT o.id FROM orders o LEFT JOIN order_lines l ON l.order_id = o.id
          GROUP BY o.id HAVING o.goods_total IS NOT sum(l.total)
            OR o.weight_grams IS NOT sum(l.weight_grams * l.quantity)
            OR o.tax IS NOT sum(l.tax) OR o.commission IS NOT sum(l.commission)
            OR o.discount < sum(l.discount) OR o.sponsored < sum(l.sponsored)`,
  },
  {
    id: 'I4-commission-is-rounded-once',
    says: 'The commission of an order is that of its lines, rounded half up once.',
    sql: `SELECT o.id, o.commission FROM orders o JOIN order_lines l ON l.order_id = o.id
          GROUP BY o.id HAVING o.commission <>
            (sum((l.total - l.discount + l.sponsored) * l.commission_bps) + 5000) / 10000`,
  },
  {
    id: 'I5-paid-once-and-exactly',
    says: 'A purchase is settled exactly when one entry has booked exactly its total.',
    sql: `SELECT p.id, p.status FROM purchases p
          WHERE p.method <> 'invoice' AND (p.status = 'settled') <> (
            SELECT count(DISTINCT e.id) = 1 AND sum(t.amount) = p.total
              + (SELECT sum(o.sponsored) FROM orders o WHERE o.purchase_id = p.id)
            FROM entries e
            JOIN transfers t ON t.entry_id = e.id
            WHERE e.subject = p.id AND e.rule = 'purchase-paid')`,
  },
  {
    id: 'I5-orders-are-paid-with-their-purchase',
    says: 'An order is paid exactly when its purchase is settled.',
    sql: `SELECT o.id FROM orders o JOIN purchases p ON p.id = o.purchase_id
          WHERE o.paid <> (p.status = 'settled')`,
  },
  {
    id: 'I5-unmatched-money-is-in-suspense',
    says: 'Money that no purchase explains is booked once, in its amount.',
    sql: `SELECT u.id FROM unmatched_payments u LEFT JOIN entries e
          ON e.subject = u.id AND e.rule = 'payment-unexplained'
          LEFT JOIN transfers t ON t.entry_id = e.id
          GROUP BY u.id HAVING count(t.entry_id) <> 1 OR sum(t.amount) <> u.amount`,
  },
  {
    id: 'I6-unpaid-orders-end-with-their-purchase',
    says: 'While a purchase is open its orders wait; when it lapses, they lapse with it.',
    sql: `SELECT o.id, o.status, p.status AS purchase FROM orders o
          JOIN purchases p ON p.id = o.purchase_id WHERE p.status NOT IN ('settled', 'accepted')
          AND o.status <> CASE p.status WHEN 'pending' THEN 'placed' ELSE p.status END`,
  },
  {
    id: 'I6-stock-is-given-back-once',
    says: 'An order that was cancelled or has expired says so in exactly one event, any other in none.',
    sql: `SELECT o.id, o.status FROM orders o WHERE (o.status IN ('cancelled', 'expired')) <> (
            SELECT count(*) FROM events e
            WHERE e.subject = o.id AND e.type IN ('cancelled', 'expired'))`,
  },
  {
    id: 'I9-versions-count-events',
    says: 'The version of a purchase or an order is the number of its last event.',
    sql: `SELECT x.id FROM (SELECT id, version FROM purchases UNION ALL
            SELECT id, version FROM orders) x
          WHERE x.version IS NOT (SELECT max(seq) FROM events e WHERE e.subject = x.id)`,
  },
]
