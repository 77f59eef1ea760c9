import type { Invariant } from '#worker/audit/invariant'

export const marketInvariants: readonly Invariant[] = [
  {
    id: 'I6-stock-is-never-negative',
    says: 'No variant has less than nothing in stock.',
    sql: `SELECT id, stock FROM variants WHERE stock < 0`,
  },
  {
    id: 'M1-products-sum-up-their-variants',
    says: 'Price range and stock of a product are those of the variants it offers.',
    sql: `SELECT p.id FROM products p LEFT JOIN variants v ON v.product_id = p.id AND v.archived = 0
          GROUP BY p.id HAVING p.price_from IS NOT min(v.price) OR p.price_to IS NOT max(v.price)
            OR p.stock_total IS NOT sum(v.stock)`,
  },
  {
    id: 'M2-on-sale-means-listed-and-open',
    says: 'A product is on sale exactly while it is listed and its enterprise is open.',
    sql: `SELECT p.id FROM products p JOIN organizations o ON o.id = p.enterprise_id
          WHERE p.on_sale <> (p.status = 'listed' AND o.status = 'open')`,
  },
  {
    id: 'M3-found-means-on-sale',
    says: 'Both indexes of goods hold exactly what is on sale.',
    sql: `SELECT p.key FROM products p
          LEFT JOIN product_search a ON a.rowid = p.key
          LEFT JOIN product_search_by_price b ON b.rowid = p.price_from * 4194304 + p.key
          WHERE p.on_sale <> (a.rowid IS NOT NULL) OR p.on_sale <> (b.rowid IS NOT NULL)
          UNION ALL
          SELECT rowid FROM product_search WHERE rowid NOT IN (SELECT key FROM products)
          UNION ALL
          SELECT rowid FROM product_search_by_price
          WHERE rowid NOT IN (SELECT price_from * 4194304 + key FROM products)`,
  },
  {
    id: 'M4-found-by-what-it-is',
    says: 'What is on sale is found under its category, region, shop and price.',
    sql: `SELECT d.key FROM product_documents d WHERE NOT EXISTS (
            SELECT 1 FROM product_search WHERE rowid = d.key
              AND product_search MATCH 'facets : "'
                || replace(d.facets || ' ' || d.prices, ' ', '" AND facets : "') || '"')`,
  },
  {
    id: 'M5-products-are-where-they-are-made',
    says: 'A product has the region of its enterprise, and is women-led as it is.',
    sql: `SELECT p.id FROM products p JOIN enterprises e ON e.organization_id = p.enterprise_id
          WHERE p.regency_code <> e.regency_code OR p.women_led <> e.women_led`,
  },
  {
    id: 'M6-the-face-is-the-first-photo',
    says: 'The face of a product is the first of its photos, and none if it has none.',
    sql: `SELECT p.id FROM products p WHERE p.photo_id IS NOT (
            SELECT h.id FROM photos h WHERE h.product_id = p.id ORDER BY h.position LIMIT 1)`,
  },
  {
    id: 'M7-an-enterprise-has-its-organization',
    says: 'Every organization of kind enterprise has a profile in the market, and no other has.',
    sql: `SELECT o.id FROM organizations o LEFT JOIN enterprises e ON e.organization_id = o.id
          WHERE (o.kind = 'enterprise') <> (e.organization_id IS NOT NULL)`,
  },
]
