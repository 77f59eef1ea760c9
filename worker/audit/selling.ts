import type { Invariant } from '#worker/audit/invariant'

export const sellingInvariants: readonly Invariant[] = [
  {
    id: 'S0-variants-of-their-seller',
    says: 'A variant belongs to the enterprise of its product.',
    sql: `SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id
          WHERE v.enterprise_id IS NOT p.enterprise_id`,
  },
  {
    id: 'S1-reviews-of-what-was-received',
    says: 'A review is of a line of a completed order, of the product and enterprise of that line.',
    sql: `SELECT r.id FROM reviews r JOIN orders o ON o.id = r.order_id
          JOIN order_lines l ON l.order_id = r.order_id AND l.n = r.line
          WHERE o.status <> 'completed' OR l.product_id <> r.product_id
            OR o.enterprise_id <> r.enterprise_id`,
  },
  {
    id: 'S2-ratings-add-up',
    says: 'Count and sum of the stars of a product are those of its reviews that are shown.',
    sql: `SELECT p.id FROM products p LEFT JOIN reviews r ON r.product_id = p.id AND r.hidden_at IS NULL
          GROUP BY p.id
          HAVING p.rating_count <> count(r.id) OR p.rating_sum <> coalesce(sum(r.stars), 0)`,
  },
  {
    id: 'S3-imports-count-what-they-did',
    says: 'The counts of an import are those of its items, while they are kept.',
    sql: `SELECT i.id FROM imports i JOIN import_items t ON t.import_id = i.id GROUP BY i.id
          HAVING i.created <> sum(t.outcome = 'created') OR i.changed <> sum(t.outcome = 'changed')
            OR i.unchanged <> sum(t.outcome = 'unchanged') OR i.faulty <> sum(t.outcome = 'fault')`,
  },
  {
    id: 'S4-sales-by-day-are-the-orders',
    says: 'Sales by day, of each product and of all, are what completed orders brought.',
    sql: `WITH source AS (
            SELECT enterprise_id, product_id, day, count(DISTINCT order_id) AS orders,
              sum(quantity) AS pieces, sum(amount) AS amount
            FROM completed_sales GROUP BY enterprise_id, product_id, day
            UNION ALL
            SELECT enterprise_id, '', day, count(DISTINCT order_id), sum(quantity), sum(amount)
            FROM completed_sales GROUP BY enterprise_id, day)
          SELECT * FROM (SELECT * FROM source EXCEPT SELECT enterprise_id, product_id, day, orders,
            pieces, amount FROM sales_days)
          UNION ALL
          SELECT * FROM (SELECT enterprise_id, product_id, day, orders, pieces, amount FROM sales_days
            EXCEPT SELECT * FROM source)`,
  },
  {
    id: 'S5-every-completed-order-is-a-sale',
    says: 'Each completed order is a sale, on the day of its entry where its money moved, and no other is.',
    sql: `SELECT o.id FROM orders o LEFT JOIN sold_orders s ON s.order_id = o.id
          WHERE (o.status = 'completed' AND o.terms <> 'invoice') <> (s.order_id IS NOT NULL)
          UNION ALL
          SELECT o.id FROM orders o JOIN entries e ON e.subject = o.id
            AND e.rule IN ('order-completed', 'order-completed-on-delivery') AND e.reverses IS NULL
          LEFT JOIN sold_orders s ON s.order_id = o.id
          WHERE o.status = 'completed' GROUP BY o.id
          HAVING count(e.id) <> 1 OR min(e.value_on) IS NOT s.day`,
  },
  {
    id: 'S6-sales-by-month-are-their-days',
    says: 'Sales of a product by month are those of its days.',
    sql: `SELECT enterprise_id, product_id FROM sales_months m
          WHERE (orders, pieces, amount) IS NOT (SELECT sum(d.orders), sum(d.pieces), sum(d.amount)
            FROM sales_days d WHERE d.enterprise_id = m.enterprise_id
              AND d.product_id = m.product_id AND substr(d.day, 1, 7) = m.month)`,
  },
]
