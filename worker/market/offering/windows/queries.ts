/** Selling windows in SQL: whether a product `p` is sold at an instant, and the flag that follows it. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { enterprises } from '#db/schema/enterprises'
import { organizations } from '#db/schema/identity'
import type { Window } from '#worker/market/offering/windows/window'

const windowOpen = (opens: string, closes: string, now: SQL) => {
  const [from, to] = [sql.raw(opens), sql.raw(closes)]
  return sql`iif(${to} <= ${from}, ${now} >= ${from} OR ${now} < ${to},
    (${from} IS NULL OR ${now} >= ${from}) AND (${to} IS NULL OR ${now} < ${to}))`
}

/** Whether the windows of a product and of its shop are both open, as isOpenAt says it. */
export function openAt(now: number, p = 'p'): SQL {
  const at = sql`CAST(${now} AS INTEGER)`
  return sql`(${windowOpen(`${p}.opens_at`, `${p}.closes_at`, at)}
    AND ${windowOpen(`${p}.shop_opens_at`, `${p}.shop_closes_at`, at)})`
}

/**
 * The statement that brings the flag of these products to what their windows say now, and notes when they
 * turn next; `those` is a condition on products. What is open is found so without looking at windows.
 */
export function turnProducts(db: Database, those: SQL, now: number): Statement {
  const next = sql`(SELECT min(value) FROM json_each(json_array(opens_at, closes_at, shop_opens_at,
    shop_closes_at)) WHERE value > CAST(${now} AS INTEGER))`
  return db.run(sql`
    UPDATE products SET open = ${openAt(now, 'products')}, turns_at = ${next} WHERE ${those}`)
}

export function turnProduct(db: Database, id: string, now: number): Statement {
  return turnProducts(db, sql`id = ${id}`, now)
}

/** Of one enterprise, all of its products. */
export function turnProductsOf(db: Database, enterpriseId: string, now: number): Statement {
  return turnProducts(db, sql`enterprise_id = ${enterpriseId}`, now)
}

type Hours = Window & { id: string; version: number }

/** The statements that set the window of a shop; a trigger tells its products. */
export function changeHours(db: Database, { id, version, opensAt, closesAt }: Hours): Statement[] {
  return [
    db
      .update(enterprises)
      .set({ opensAt, closesAt })
      .where(sql`${enterprises.organizationId} = ${id}`),
    db
      .update(organizations)
      .set({ version })
      .where(sql`${organizations.id} = ${id}`),
  ]
}

/** Products whose windows have turned and whose flag may not say so yet. */
export function listTurned(db: Database, now: number, limit: number) {
  return db.all<{ id: string }>(sql`
    SELECT id FROM products WHERE turns_at <= CAST(${now} AS INTEGER) ORDER BY turns_at LIMIT ${limit}`)
}
