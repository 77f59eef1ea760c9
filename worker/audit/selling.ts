import type { Invariant } from '#worker/audit/invariant'

export const sellingInvariants: readonly Invariant[] = [
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
]
