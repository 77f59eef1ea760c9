/** What search engines are told there is, in pages that cost no more than they hold. */
import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'

export const PRODUCTS_A_PAGE = 5000

/** The last key given to a product, and the provinces from which something is on sale. */
export function findExtent(db: Database) {
  return db.all<{ last: number; provinces: string }>(sql`
    SELECT coalesce((SELECT max(key) FROM products), 0) AS last,
      (SELECT json_group_array(substr(token, 3)) FROM shelf_counts
        WHERE token >= 'p_' AND token < 'q' AND n > 0) AS provinces`)
}

/** Products on sale of one stretch of keys, the first stretch being 0. */
export function listStretch(db: Database, page: number) {
  const [from, to] = [page * PRODUCTS_A_PAGE, (page + 1) * PRODUCTS_A_PAGE]
  return db.all<{ slug: string }>(sql`
    SELECT slug FROM products WHERE key > CAST(${from} AS INTEGER) AND key <= CAST(${to} AS INTEGER)
      AND on_sale = 1 ORDER BY key`)
}

export function listShopsOfProvince(db: Database, province: string) {
  return db.all<{ slug: string }>(sql`
    SELECT o.slug AS slug FROM enterprises e INDEXED BY enterprises_by_region
    JOIN organizations o ON o.id = e.organization_id
    WHERE e.regency_code >= ${province} AND e.regency_code < ${`${province}/`} AND o.status = 'open'
    ORDER BY o.slug LIMIT ${PRODUCTS_A_PAGE}`)
}
