import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { makers } from '#db/schema/makers'
import type { Credit, Maker } from '#worker/market/offering/makers/maker'

type Row = Omit<Maker, 'archived'> & { archived: number }

const ROW = sql.raw(`m.id AS id, m.enterprise_id AS enterpriseId, m.name AS name, m.about AS about,
  m.person_id AS personId, m.archived AS archived, m.created_at AS createdAt, m.version AS version`)

const within = (scope: readonly string[]) =>
  sql`m.enterprise_id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`

export const makerOf = (row: Row): Maker => ({ ...row, archived: row.archived === 1 })

/** The enterprise of this slug or id. */
const named = (slug: string) =>
  sql`(SELECT id FROM organizations WHERE slug = ${slug} OR id = ${slug})`

type Page = { after?: readonly [name: string, id: string] | undefined; limit: number }

/** The makers of an enterprise by name, those set aside too. */
export function listMakers(db: Database, slug: string, { after, limit }: Page) {
  const later = after ? sql`AND (m.name, m.id) > (${after[0]}, ${after[1]})` : sql``
  return db.all<Row & { products: number }>(sql`
    SELECT ${ROW}, (SELECT count(*) FROM product_makers pm WHERE pm.maker_id = m.id) AS products
    FROM makers m WHERE m.enterprise_id = ${named(slug)} ${later}
    ORDER BY m.name, m.id LIMIT ${limit + 1}`)
}

export function findMaker(db: Database, id: string, scope: readonly string[]) {
  return db.all<Row>(sql`SELECT ${ROW} FROM makers m WHERE m.id = ${id} AND ${within(scope)}`)
}

/** Those of these makers that belong to the enterprise of a product. */
export function listMakersFor(db: Database, productId: string, ids: readonly string[]) {
  return db.all<{ id: string; name: string }>(sql`
    SELECT m.id AS id, m.name AS name FROM makers m JOIN products p ON p.enterprise_id = m.enterprise_id
    WHERE p.id = ${productId} AND m.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
}

export function countMakers(db: Database, slug: string) {
  return db.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM makers WHERE enterprise_id = ${named(slug)}`,
  )
}

export function insertMaker(db: Database, maker: Maker): Statement {
  return db.insert(makers).values({ ...maker, archived: maker.archived ? 1 : 0 })
}

export function changeMaker(
  db: Database,
  { id, name, about, archived, version }: Maker,
): Statement {
  return db
    .update(makers)
    .set({ name, about, archived: archived ? 1 : 0, version })
    .where(sql`${makers.id} = ${id}`)
}

/** The statements by which a product names these makers and no others. */
export function changeCredits(
  db: Database,
  productId: string,
  credits: readonly Credit[],
): Statement[] {
  const rows = JSON.stringify(credits.map(({ makerId, share }) => [makerId, share]))
  return [
    db.run(sql`DELETE FROM product_makers WHERE product_id = ${productId}`),
    db.run(sql`
      INSERT INTO product_makers (product_id, maker_id, position, share)
      SELECT ${productId}, value->>0, key + 1, value->>1 FROM json_each(${rows}) WHERE true`),
  ]
}
