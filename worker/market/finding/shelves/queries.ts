/** The shelves: categories and regions, each with how many goods stand there. */
import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'

export type CategoryRow = {
  slug: string
  parent: string | null
  nameId: string
  nameEn: string
  n: number
}

/** All categories, or those that lie in no other. */
export function listCategories(db: Database, which: 'all' | 'widest' = 'all') {
  const widest = which === 'widest' ? sql`WHERE c.parent_slug IS NULL` : sql``
  return db.all<CategoryRow>(
    sql`SELECT c.slug AS slug, c.parent_slug AS parent, c.name_id AS nameId, c.name_en AS nameEn,
        coalesce(s.n, 0) AS n
      FROM categories c LEFT JOIN shelf_counts s ON s.token = 'c_' || replace(c.slug, '-', '_')
      ${widest} ORDER BY c.position`,
  )
}

/** Regencies from which something is on sale, each with how much. */
export function listRegions(db: Database) {
  return db.all<{ code: string; n: number }>(sql`
    SELECT replace(substr(token, 3), '_', '.') AS code, n FROM shelf_counts
    WHERE token >= 'r_' AND token < 's' AND n > 0 ORDER BY token`)
}
