import type { Invariant } from '#worker/audit/invariant'

export const findingInvariants: readonly Invariant[] = [
  {
    id: 'F1-tiers-fall',
    says: 'From tier to tier quantities rise and prices fall, from the price of the variant on.',
    sql: `SELECT t.variant_id, t.from_quantity FROM tier_prices t JOIN variants v ON v.id = t.variant_id
          WHERE t.price >= v.price OR EXISTS (
            SELECT 1 FROM tier_prices before WHERE before.variant_id = t.variant_id
              AND before.from_quantity < t.from_quantity AND before.price <= t.price)`,
  },
  {
    id: 'F2-values-for-every-option',
    says: 'A variant has a value for each option of its product and for no other, and no two are alike.',
    sql: `SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id
          WHERE v.archived = 0 AND ((v.value1 IS NULL) <> (p.option1 IS NULL)
            OR (v.value2 IS NULL) <> (p.option2 IS NULL) OR (v.value3 IS NULL) <> (p.option3 IS NULL))
          UNION ALL
          SELECT min(id) FROM variants WHERE archived = 0 AND value1 IS NOT NULL
          GROUP BY product_id, lower(value1), lower(value2), lower(value3) HAVING count(*) > 1`,
  },
  {
    id: 'F3-a-photo-of-its-own-product',
    says: 'The photo of a variant is one of its product.',
    sql: `SELECT v.id FROM variants v LEFT JOIN photos h ON h.id = v.photo_id
          WHERE v.photo_id IS NOT NULL AND h.product_id IS NOT v.product_id`,
  },
  {
    id: 'F4-labels-are-shown-while-they-hold',
    says: 'A product shows exactly its labels that have not ended.',
    sql: `SELECT p.id FROM products p WHERE p.labels <> (
            SELECT json_group_object(kind, coalesce(valid_until, '9999-12-31')) FROM product_labels l
            WHERE l.product_id = p.id AND l.ended = 0)`,
  },
  {
    id: 'F5-makers-of-the-same-house',
    says: 'A product is made by makers of its own enterprise.',
    sql: `SELECT pm.product_id, pm.maker_id FROM product_makers pm
          JOIN products p ON p.id = pm.product_id JOIN makers m ON m.id = pm.maker_id
          WHERE m.enterprise_id <> p.enterprise_id`,
  },
  {
    id: 'F6-shelves-are-counted',
    says: 'The counts of what is on sale, in all and by category and region, are those of the goods.',
    sql: `SELECT coalesce(c.token, t.token) AS token FROM shelf_counts c
          FULL JOIN (SELECT token, count(*) AS n FROM shelf_tokens GROUP BY token) t ON t.token = c.token
          WHERE coalesce(c.n, 0) <> coalesce(t.n, 0)`,
  },
  {
    id: 'F7-hours-of-the-shop',
    says: 'A product knows the selling window of its shop.',
    sql: `SELECT p.id FROM products p JOIN enterprises e ON e.organization_id = p.enterprise_id
          WHERE p.shop_opens_at IS NOT e.opens_at OR p.shop_closes_at IS NOT e.closes_at`,
  },
  {
    id: 'F8-categories-are-a-tree',
    says: 'The lines of a category are itself and the line of the category it lies in.',
    sql: `SELECT c.slug FROM categories c WHERE (
            SELECT json_group_array(ancestor) FROM (SELECT ancestor FROM category_lines
              WHERE category = c.slug AND up > 0 ORDER BY up)) <> (
            SELECT json_group_array(ancestor) FROM (SELECT ancestor FROM category_lines
              WHERE category = c.parent_slug ORDER BY up))
          AND c.parent_slug IS NOT NULL`,
  },
]
