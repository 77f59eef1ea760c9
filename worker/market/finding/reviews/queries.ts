import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { reviews } from '#db/schema/reviews'
import type { OwnRow } from '#worker/market/finding/reviews/answers'
import type { Review } from '#worker/market/finding/reviews/review'

export type Page = { after?: string | undefined; limit: number }

const ROW = sql.raw(`r.id AS id, r.product_id AS productId, r.enterprise_id AS enterpriseId,
  r.order_id AS orderId, r.line AS line, r.name AS name, r.variant_name AS variantName,
  r.stars AS stars, r.text AS text, r.created_at AS createdAt, r.reply AS reply,
  r.replied_at AS repliedAt, r.hidden_at AS hiddenAt, r.version AS version`)

/** What is said of a product on sale, the newest first. */
export function listOfProduct(db: Database, slug: string, { after, limit }: Page) {
  const older = after === undefined ? sql`` : sql`AND r.id < ${after}`
  return db.all<Review>(sql`
    SELECT ${ROW} FROM products p JOIN reviews r ON r.product_id = p.id AND r.hidden_at IS NULL
    WHERE p.slug = ${slug} ${older} ORDER BY r.id DESC LIMIT ${limit}`)
}

export function findRating(db: Database, slug: string) {
  return db.all<{ count: number; sum: number }>(sql`
    SELECT rating_count AS count, rating_sum AS sum FROM products
    WHERE slug = ${slug} AND on_sale = 1`)
}

export function listOfOrder(db: Database, orderId: SQL) {
  return db.all<Review>(sql`SELECT ${ROW} FROM reviews r WHERE r.order_id = ${orderId}`)
}

const listed = (where: SQL, limit: number) => sql`
  SELECT ${ROW}, p.slug AS slug, p.title AS title
  FROM (SELECT * FROM reviews WHERE ${where} ORDER BY id DESC LIMIT ${limit}) r
  JOIN products p ON p.id = r.product_id ORDER BY r.id DESC`

/** What is said of an enterprise's goods; those that wait for a reply alone, if asked. */
export function listOfEnterprise(
  db: Database,
  enterpriseId: string,
  { which, after, limit }: Page & { which?: 'open' | 'all' | undefined },
) {
  const open = which === 'open' ? sql`AND reply IS NULL AND hidden_at IS NULL` : sql``
  const older = after === undefined ? sql`` : sql`AND id < ${after}`
  return db.all<OwnRow>(listed(sql`enterprise_id = ${enterpriseId} ${open} ${older}`, limit))
}

/** All reviews of the network, the newest first. */
export function listReviews(db: Database, { after, limit }: Page) {
  return db.all<OwnRow>(listed(after === undefined ? sql`true` : sql`id < ${after}`, limit))
}

/** A review, of one of these enterprises where they are given. */
export function findReview(db: Database, id: string, scope?: readonly string[]) {
  const within = scope
    ? sql`r.enterprise_id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`
    : sql`true`
  return db.all<OwnRow>(sql`
    SELECT ${ROW}, p.slug AS slug, p.title AS title
    FROM reviews r JOIN products p ON p.id = r.product_id WHERE r.id = ${id} AND ${within}`)
}

export function insertReview(db: Database, review: Review): Statement {
  return db.insert(reviews).values(review)
}

export function changeReview(db: Database, one: Review): Statement {
  const { reply, repliedAt, hiddenAt, version } = one
  return db
    .update(reviews)
    .set({ reply, repliedAt, hiddenAt, version })
    .where(and(eq(reviews.id, one.id)))
}
