/** How products are kept: the words about them, their variants, and what lists say of them. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { products } from '#db/schema/products'
import { spellingsOf, wordsOf } from '#worker/market/catalogue/spelling'
import {
  rangeOf,
  type Product,
  type ProductStatus,
  type Unit,
} from '#worker/market/products/product'
import type { StockChange } from '#worker/market/products/stock'
import type { Variant } from '#worker/market/products/variant'
import type { Photo } from '#worker/market/photos/photo'

export type ProductRow = {
  key: number
  id: string
  slug: string
  enterpriseId: string
  title: string
  description: string
  category: string
  unit: Unit
  status: ProductStatus
  listedAt: number | null
  createdAt: number
  version: number
  variants: string
  photos: string
}

const ROW = sql.raw(`p.key AS key, p.id AS id, p.slug AS slug, p.enterprise_id AS enterpriseId,
  p.title AS title, p.description AS description, p.category AS category, p.unit AS unit,
  p.status AS status, p.listed_at AS listedAt, p.created_at AS createdAt, p.version AS version,
  (SELECT json_group_array(json_object('id', v.id, 'productId', v.product_id, 'position', v.position,
    'name', v.name, 'sku', v.sku, 'price', v.price, 'weightGrams', v.weight_grams,
    'stock', v.stock, 'archived', json(iif(v.archived, 'true', 'false'))) ORDER BY v.position)
    FROM variants v WHERE v.product_id = p.id) AS variants,
  (SELECT json_group_array(json_object('id', h.id, 'productId', h.product_id, 'position', h.position,
    'width', h.width, 'height', h.height, 'color', h.color, 'bytes', h.bytes,
    'createdAt', h.created_at) ORDER BY h.position)
    FROM photos h WHERE h.product_id = p.id) AS photos`)

const within = (scope: readonly string[]) =>
  sql`p.enterprise_id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`

/** A product of one of these enterprises, by id. */
export function findOwnProduct(db: Database, id: string, scope: readonly string[]) {
  return db.all<ProductRow>(
    sql`SELECT ${ROW} FROM products p WHERE p.id = ${id} AND ${within(scope)}`,
  )
}

/** The product that a variant belongs to. */
export function findProductOfVariant(db: Database, variantId: string, scope: readonly string[]) {
  return db.all<ProductRow>(sql`
    SELECT ${ROW} FROM products p
    WHERE p.id = (SELECT product_id FROM variants WHERE id = ${variantId}) AND ${within(scope)}`)
}

/** Products by their ids, which are SQL, so that a caller may look them up in the same trip. */
export function listProducts(db: Database, ids: SQL) {
  return db.all<ProductRow>(sql`SELECT ${ROW} FROM products p WHERE p.id IN ${ids}`)
}

/** All products of an enterprise, whatever their state, newest first. */
export function listOwnProducts(
  db: Database,
  {
    slug,
    scope,
    before,
    limit,
  }: { slug: string; scope: readonly string[]; before?: number; limit: number },
) {
  const older = before === undefined ? sql`` : sql`AND p.key < CAST(${before} AS INTEGER)`
  return db.all<ProductRow>(sql`
    SELECT ${ROW} FROM products p
    WHERE p.enterprise_id = (SELECT id FROM organizations WHERE slug = ${slug})
      AND ${within(scope)} ${older}
    ORDER BY p.key DESC LIMIT ${limit}`)
}

export function productOf(row: ProductRow): { product: Product; photos: Photo[] } {
  const { variants, photos, key: _, ...product } = row
  return {
    product: { ...product, variants: JSON.parse(variants) as Variant[] },
    photos: JSON.parse(photos) as Photo[],
  }
}

/** What a new product has to fit in with: its category, and the addresses taken that begin like its own. */
export function findSurroundings(
  db: Database,
  { category, slug }: { category: string; slug: string },
) {
  return db.all<{ words: string | null; taken: string }>(sql`
    SELECT (SELECT name_id || ' ' || name_en FROM categories WHERE slug = ${category}) AS words,
      (SELECT json_group_array(slug) FROM products
       WHERE slug = ${slug} OR (slug > ${`${slug}-`} AND slug < ${`${slug}.`})) AS taken`)
}

/** The statement that drafts a product; its place and maker are those of its enterprise. */
export function insertProduct(db: Database, product: Product): Statement {
  const { priceFrom, priceTo, stockTotal } = rangeOf(product.variants)
  return db.run(sql`
    INSERT INTO products (id, enterprise_id, slug, title, description, category, unit, status,
      price_from, price_to, stock_total, regency_code, women_led, created_at, version)
    SELECT ${product.id}, organization_id, ${product.slug}, ${product.title}, ${product.description},
      ${product.category}, ${product.unit}, ${product.status}, ${priceFrom}, ${priceTo},
      ${stockTotal}, regency_code, women_led, ${product.createdAt}, ${product.version}
    FROM enterprises WHERE organization_id = ${product.enterpriseId}`)
}

/** The statement that sets what a seller writes about a product, and its version. */
export function changeProduct(db: Database, product: Product): Statement {
  const { title, description, category, unit, version } = product
  return db
    .update(products)
    .set({ title, description, category, unit, version })
    .where(sql`${products.id} = ${product.id}`)
}

/**
 * The statement that lists or hides a product. It is on sale while its enterprise is open, and takes its
 * place among the newest when it is listed for the first time.
 */
export function changeStatusOfProduct(db: Database, product: Product): Statement {
  return db.run(sql`
    UPDATE products SET status = ${product.status}, version = ${product.version},
      key = iif(listed_at IS NULL, (SELECT max(key) + 1 FROM products), key),
      listed_at = ${product.listedAt},
      on_sale = ${product.status} = 'listed' AND EXISTS (
        SELECT 1 FROM organizations o WHERE o.id = products.enterprise_id AND o.status = 'open')
    WHERE id = ${product.id}`)
}

/** The statements that bring the variants of a product to what was decided, stock by its difference. */
export function changeVariants(
  db: Database,
  product: Product,
  before: readonly Variant[],
): Statement[] {
  const present = new Map(before.map((one) => [one.id, one.stock]))
  const rows = product.variants.map((one) => ({
    ...one,
    by: one.stock - (present.get(one.id) ?? 0),
  }))
  const [known, fresh] = [true, false].map((is) => rows.filter((row) => present.has(row.id) === is))
  return [
    ...(fresh?.length ? [insertVariants(db, fresh)] : []),
    ...(known?.length ? [updateVariants(db, known)] : []),
    changeRange(db, product.id),
    changeVersion(db, product),
  ]
}

export function insertVariants(db: Database, variants: readonly Variant[]): Statement {
  return db.run(sql`
    INSERT INTO variants (id, product_id, position, name, sku, price, weight_grams, stock, archived)
    SELECT v->>'id', v->>'productId', v->>'position', v->>'name', v->>'sku', v->>'price',
      v->>'weightGrams', v->>'stock', 0
    FROM (SELECT value AS v FROM json_each(${JSON.stringify(variants)})) WHERE true`)
}

/** The statement that sets variants to what was decided, stock `by` its difference. */
export function updateVariants(
  db: Database,
  rows: readonly (Variant & { by: number })[],
): Statement {
  return db.run(sql`
    UPDATE variants SET position = v->>'position', name = v->>'name', sku = v->>'sku',
      price = v->>'price', weight_grams = v->>'weightGrams', stock = stock + (v->>'by'),
      archived = v->>'archived'
    FROM (SELECT value AS v FROM json_each(${JSON.stringify(rows)}))
    WHERE variants.id = v->>'id'`)
}

/**
 * The statements that take stock (`by` below zero) or give it back, two however many lines there are. A
 * line that asks for more than there is breaks the batch: `insufficient-stock`.
 */
export function changeStock(db: Database, changes: readonly StockChange[]): Statement[] {
  if (changes.length === 0) return []
  const rows = JSON.stringify(changes.map((one) => [one.variantId, one.by]))
  return [
    db.run(sql`
      UPDATE variants SET stock = stock + j.by
      FROM (SELECT value->>0 AS id, CAST(sum(value->>1) AS INTEGER) AS by
            FROM json_each(${rows}) GROUP BY 1) j
      WHERE variants.id = j.id`),
    changeStockTotal(db, [...new Set(changes.map((one) => one.productId))]),
  ]
}

/** A stock that came back to a variant set aside is not offered, so the total is summed anew. */
function changeStockTotal(db: Database, productIds: readonly string[]): Statement {
  return db.run(sql`
    UPDATE products SET stock_total = (
      SELECT sum(stock) FROM variants v WHERE v.product_id = products.id AND v.archived = 0)
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`)
}

function changeRange(db: Database, productId: string): Statement {
  return db.run(sql`
    UPDATE products SET (price_from, price_to, stock_total) = (
      SELECT min(price), max(price), sum(stock) FROM variants v
      WHERE v.product_id = products.id AND v.archived = 0)
    WHERE id = ${productId}`)
}

/** The statement that sets the version after a change that is recorded elsewhere, as of stock. */
export function changeVersion(
  db: Database,
  { id, version }: Pick<Product, 'id' | 'version'>,
): Statement {
  return db
    .update(products)
    .set({ version })
    .where(sql`${products.id} = ${id}`)
}

/** The statement that learns the words of these texts, so that slips in them are understood. */
export function learnWords(db: Database, texts: readonly string[]): Statement {
  const words = wordsOf(texts.join(' '))
  const rows = words.flatMap((word) => spellingsOf(word).map((spelling) => [spelling, word]))
  return db.run(sql`
    INSERT INTO search_spellings (spelling, word)
    SELECT value->>0, value->>1 FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT DO NOTHING`)
}
