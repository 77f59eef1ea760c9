/** Many products changed in one batch: a handful of statements, however many there are. */
import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { learnWords } from '#worker/market/offering/products/queries'
import type { Variant } from '#worker/market/offering/products/variant'
import {
  dropTiersAbove,
  insertVariants,
  replaceTiers,
  updateVariants,
} from '#worker/market/offering/variants/queries'
import { turnProducts } from '#worker/market/offering/windows/queries'
import { rangeOf, type Product } from '#worker/market/offering/products/product'

/** The statements that record new products; each is on sale at once if it is listed and its shop open. */
export function insertProducts(
  db: Database,
  products: readonly Product[],
  now: number,
): Statement[] {
  if (products.length === 0) return []
  const rows = products.map((one) => ({ ...one, ...rangeOf(one.variants), variants: [] }))
  return [
    db.run(sql`
      INSERT INTO products (id, enterprise_id, slug, title, description, category, unit, status,
        on_sale, price_from, price_to, stock_total, regency_code, women_led, shop_opens_at,
        shop_closes_at, listed_at, created_at, version, option1, option2, option3,
        made_to_order_days)
      SELECT v->>'id', e.organization_id, v->>'slug', v->>'title', v->>'description',
        v->>'category', v->>'unit', v->>'status', v->>'status' = 'listed' AND o.status = 'open',
        v->>'priceFrom', v->>'priceTo', v->>'stockTotal', e.regency_code, e.women_led,
        e.opens_at, e.closes_at, v->>'listedAt', v->>'createdAt', v->>'version',
        v->>'$.options[0]', v->>'$.options[1]', v->>'$.options[2]', v->>'madeToOrderDays'
      FROM (SELECT value AS v, key AS n FROM json_each(${JSON.stringify(rows)}))
      JOIN enterprises e ON e.organization_id = v->>'enterpriseId'
      JOIN organizations o ON o.id = e.organization_id
      ORDER BY n`),
    ...insertVariants(
      db,
      products.flatMap((one) => one.variants),
    ),
    turnProducts(db, sql`id IN (SELECT value->>'id' FROM json_each(${JSON.stringify(rows)}))`, now),
    ...learnTitles(db, products),
  ]
}

/** Words by the hundred thousand would not fit into one statement; a page of products does. */
function learnTitles(db: Database, products: readonly Product[]): Statement[] {
  return [
    learnWords(
      db,
      products.map((one) => one.title),
    ),
  ]
}

export type Change = { before: Product; product: Product }

/** The statements that bring products to what was decided, stock by its difference. */
export function changeProducts(db: Database, changes: readonly Change[]): Statement[] {
  if (changes.length === 0) return []
  const products = changes.map((one) => one.product)
  const ids = JSON.stringify(products.map((one) => one.id))
  const heads = products.map((one) => ({ ...one, variants: [] }))
  const { fresh, known } = variantsIn(changes)
  return [
    ...(fresh.length > 0 ? insertVariants(db, fresh) : []),
    ...(known.length > 0 ? [updateVariants(db, known), dropTiersAbove(db, ids)] : []),
    ...replaceTiers(db, retiered(changes)),
    // First listed now: they take their places among the newest, in their order.
    db.run(sql`
      UPDATE products SET key = (SELECT max(key) FROM products) + j.n, listed_at = j.at
      FROM (SELECT value->>'id' AS id, value->>'listedAt' AS at, key + 1 AS n
            FROM json_each(${JSON.stringify(heads)})) j
      WHERE products.id = j.id AND products.listed_at IS NULL AND j.at IS NOT NULL`),
    db.run(sql`
      UPDATE products SET title = v->>'title', description = v->>'description',
        category = v->>'category', unit = v->>'unit', status = v->>'status',
        version = v->>'version', listed_at = v->>'listedAt', option1 = v->>'$.options[0]',
        option2 = v->>'$.options[1]', option3 = v->>'$.options[2]',
        made_to_order_days = v->>'madeToOrderDays',
        on_sale = v->>'status' = 'listed' AND EXISTS (
          SELECT 1 FROM organizations o WHERE o.id = products.enterprise_id AND o.status = 'open')
      FROM (SELECT value AS v FROM json_each(${JSON.stringify(heads)}))
      WHERE products.id = v->>'id'`),
    db.run(sql`
      UPDATE products SET (price_from, price_to, stock_total) = (
        SELECT min(price), max(price), sum(stock) FROM variants w
        WHERE w.product_id = products.id AND w.archived = 0)
      WHERE id IN (SELECT value FROM json_each(${ids}))`),
    ...learnTitles(db, products),
  ]
}

/** Variants of which the tiers were said anew. */
function retiered(changes: readonly Change[]): Variant[] {
  return changes.flatMap(({ before, product }) => {
    const present = new Map(before.variants.map((one) => [one.id, JSON.stringify(one.tiers)]))
    return product.variants.filter((one) => {
      const tiers = present.get(one.id)
      return tiers !== undefined && tiers !== JSON.stringify(one.tiers)
    })
  })
}

function variantsIn(changes: readonly Change[]) {
  const rows = changes.flatMap(({ before, product }) => {
    const present = new Map(before.variants.map((one) => [one.id, one.stock]))
    return product.variants.map((one) => ({
      ...one,
      isFresh: !present.has(one.id),
      by: one.stock - (present.get(one.id) ?? 0),
    }))
  })
  return { fresh: rows.filter((row) => row.isFresh), known: rows.filter((row) => !row.isFresh) }
}
