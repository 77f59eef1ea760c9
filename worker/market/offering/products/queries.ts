/** How products are kept: the words about them, their variants, and what lists say of them. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { products } from '#db/schema/products'
import { spellingsOf, wordsOf } from '#worker/market/finding/catalogue/spelling'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  rangeOf,
  type Product,
  type ProductStatus,
  type Unit,
} from '#worker/market/offering/products/product'
import type { StockChange } from '#worker/market/offering/products/stock'
import type { KeptLabel } from '#worker/market/offering/labels/label'
import type { Credit } from '#worker/market/offering/makers/maker'
import type { Photo } from '#worker/market/offering/photos/photo'
import {
  columnsOfOptions,
  givenOf,
  PARTICULARS,
  variantOf,
  type VariantRow,
} from '#worker/market/offering/variants/queries'

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
  madeToOrderDays: number
  availableFrom: LocalDate | null
  opensAt: number | null
  closesAt: number | null
  options: string
  variants: string
  photos: string
  makers: string
  productLabels: string
}

const ROW = sql.raw(`p.key AS key, p.id AS id, p.slug AS slug, p.enterprise_id AS enterpriseId,
  p.title AS title, p.description AS description, p.category AS category, p.unit AS unit,
  p.status AS status, p.listed_at AS listedAt, p.created_at AS createdAt, p.version AS version,
  p.made_to_order_days AS madeToOrderDays, p.available_from AS availableFrom,
  p.opens_at AS opensAt, p.closes_at AS closesAt,
  json_array(p.option1, p.option2, p.option3) AS options,
  (SELECT json_group_array(json_object('id', v.id, 'productId', v.product_id, 'position', v.position,
    'name', v.name, 'sku', v.sku, 'price', v.price, 'weightGrams', v.weight_grams,
    'stock', v.stock, 'archived', json(iif(v.archived, 'true', 'false')), ${PARTICULARS})
    ORDER BY v.position) FROM variants v WHERE v.product_id = p.id) AS variants,
  (SELECT json_group_array(json_object('id', h.id, 'productId', h.product_id, 'position', h.position,
    'width', h.width, 'height', h.height, 'color', h.color, 'bytes', h.bytes,
    'createdAt', h.created_at) ORDER BY h.position)
    FROM photos h WHERE h.product_id = p.id) AS photos,
  (SELECT json_group_array(json_object('makerId', m.id, 'name', m.name, 'share', pm.share)
    ORDER BY pm.position) FROM product_makers pm JOIN makers m ON m.id = pm.maker_id
    WHERE pm.product_id = p.id) AS makers,
  (SELECT json_group_array(json_object('productId', l.product_id, 'kind', l.kind, 'number', l.number,
    'validUntil', l.valid_until, 'noticeOn', l.notice_on,
    'ended', json(iif(l.ended, 'true', 'false')), 'verifiedAt', l.verified_at,
    'verifiedBy', l.verified_by, 'createdAt', l.created_at) ORDER BY l.kind)
    FROM product_labels l WHERE l.product_id = p.id) AS productLabels`)

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

/** A product with all that stands around it. */
export type OwnWhole = {
  product: Product
  photos: readonly Photo[]
  makers: readonly Credit[]
  labels: readonly KeptLabel[]
}

export function productOf(row: ProductRow): OwnWhole {
  const { variants, options, photos, makers, productLabels, key: _, ...product } = row
  return {
    product: {
      ...product,
      options: givenOf(JSON.parse(options) as (string | null)[]),
      variants: (JSON.parse(variants) as VariantRow[]).map(variantOf),
    },
    photos: JSON.parse(photos) as Photo[],
    makers: JSON.parse(makers) as Credit[],
    labels: JSON.parse(productLabels) as KeptLabel[],
  }
}

/** What a new product has to fit in with: its category, and the addresses taken that begin like its own. */
export function findSurroundings(
  db: Database,
  { category, slug }: { category: string; slug: string },
) {
  return db.all<{ words: string | null; taken: string }>(sql`
    SELECT (SELECT group_concat(c.name_id || ' ' || c.name_en, ' ') FROM category_lines l
        JOIN categories c ON c.slug = l.ancestor WHERE l.category = ${category}) AS words,
      (SELECT json_group_array(slug) FROM products
       WHERE slug = ${slug} OR (slug > ${`${slug}-`} AND slug < ${`${slug}.`})) AS taken`)
}

/** The statement that drafts a product; its place and maker are those of its enterprise. */
export function insertProduct(db: Database, product: Product): Statement {
  const { priceFrom, priceTo, stockTotal } = rangeOf(product.variants)
  const { option1, option2, option3 } = columnsOfOptions(product.options)
  return db.run(sql`
    INSERT INTO products (id, enterprise_id, slug, title, description, category, unit, status,
      price_from, price_to, stock_total, regency_code, women_led, created_at, version,
      option1, option2, option3, made_to_order_days, available_from, opens_at, closes_at,
      shop_opens_at, shop_closes_at)
    SELECT ${product.id}, organization_id, ${product.slug}, ${product.title}, ${product.description},
      ${product.category}, ${product.unit}, ${product.status}, ${priceFrom}, ${priceTo},
      ${stockTotal}, regency_code, women_led, ${product.createdAt}, ${product.version},
      ${option1}, ${option2}, ${option3}, ${product.madeToOrderDays}, ${product.availableFrom},
      ${product.opensAt}, ${product.closesAt}, opens_at, closes_at
    FROM enterprises WHERE organization_id = ${product.enterpriseId}`)
}

/** The statement that sets what a seller writes about a product, and its version. */
export function changeProduct(db: Database, product: Product): Statement {
  const { title, description, category, unit, version } = product
  const { madeToOrderDays, availableFrom, opensAt, closesAt } = product
  return db
    .update(products)
    .set({
      ...{ title, description, category, unit, version },
      ...{ madeToOrderDays, availableFrom, opensAt, closesAt },
    })
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
