/** How the variants of a product are kept, with their values, sizes, net content and tiers of price. */
import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { products } from '#db/schema/products'
import type { NetUnit } from '#worker/market/offering/products/net-content'
import type { Product } from '#worker/market/offering/products/product'
import type { TierPrice } from '#worker/market/offering/products/tier-prices'
import type { Particulars, Variant } from '#worker/market/offering/products/variant'

/** What a variant may have beside its price, weight and stock, as members of a JSON object; see partsOf. */
export const PARTICULARS = `'values', json_array(v.value1, v.value2, v.value3), 'photoId', v.photo_id,
  'lengthCm', v.length_cm, 'widthCm', v.width_cm, 'heightCm', v.height_cm, 'lowStock', v.low_stock,
  'netQuantity', v.net_quantity, 'netUnit', v.net_unit,
  'tiers', (SELECT json_group_array(json_object('fromQuantity', t.from_quantity, 'price', t.price)
    ORDER BY t.from_quantity) FROM tier_prices t WHERE t.variant_id = v.id)`

export type ParticularsRow = {
  values: readonly (string | null)[]
  photoId: string | null
  lengthCm: number | null
  widthCm: number | null
  heightCm: number | null
  lowStock: number | null
  netQuantity: number | null
  netUnit: NetUnit | null
  tiers: readonly TierPrice[]
}

export type VariantRow = ParticularsRow & Omit<Variant, keyof Particulars>

/** What is given of up to three columns. */
export const givenOf = (values: readonly (string | null)[]) => values.filter((one) => one !== null)

export function particularsOf(row: ParticularsRow): Particulars {
  const { values, photoId, lengthCm, widthCm, heightCm, lowStock, tiers } = row
  const { netQuantity: quantity, netUnit: unit } = row
  const sized = lengthCm !== null && widthCm !== null && heightCm !== null
  return {
    ...{ photoId, lowStock, tiers },
    values: givenOf(values),
    size: sized ? { lengthCm, widthCm, heightCm } : null,
    net: quantity !== null && unit !== null ? { quantity, unit } : null,
  }
}

export function variantOf(row: VariantRow): Variant {
  const { id, productId, position, name, sku, price, weightGrams, stock, archived } = row
  const kept = { id, productId, position, name, sku, price, weightGrams, stock, archived }
  return { ...kept, ...particularsOf(row) }
}

/** The statements that bring options and variants to what was decided, stock by its difference. */
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
    db
      .update(products)
      .set({ ...columnsOfOptions(product.options), version: product.version })
      .where(sql`${products.id} = ${product.id}`),
    ...(fresh?.length ? [insertRows(db, fresh)] : []),
    ...(known?.length ? [updateVariants(db, known)] : []),
    db.run(sql`
      DELETE FROM tier_prices WHERE variant_id IN (
        SELECT id FROM variants WHERE product_id = ${product.id})`),
    ...insertTiers(db, product.variants),
    changeRange(db, product.id),
  ]
}

export function columnsOfOptions([option1, option2, option3]: readonly string[]) {
  return { option1: option1 ?? null, option2: option2 ?? null, option3: option3 ?? null }
}

/** The statements that record new variants and their tiers. */
export function insertVariants(db: Database, variants: readonly Variant[]): Statement[] {
  return [insertRows(db, variants), ...insertTiers(db, variants)]
}

function insertRows(db: Database, variants: readonly Variant[]): Statement {
  return db.run(sql`
    INSERT INTO variants (id, product_id, position, name, sku, price, weight_grams, stock, archived,
      value1, value2, value3, photo_id, length_cm, width_cm, height_cm, low_stock, net_quantity, net_unit)
    SELECT v->>'id', v->>'productId', v->>'position', v->>'name', v->>'sku', v->>'price',
      v->>'weightGrams', v->>'stock', 0, v->>'$.values[0]', v->>'$.values[1]', v->>'$.values[2]',
      v->>'photoId', v->>'$.size.lengthCm', v->>'$.size.widthCm', v->>'$.size.heightCm',
      v->>'lowStock', v->>'$.net.quantity', v->>'$.net.unit'
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
      archived = v->>'archived', value1 = v->>'$.values[0]', value2 = v->>'$.values[1]',
      value3 = v->>'$.values[2]', photo_id = v->>'photoId', length_cm = v->>'$.size.lengthCm',
      width_cm = v->>'$.size.widthCm', height_cm = v->>'$.size.heightCm', low_stock = v->>'lowStock',
      net_quantity = v->>'$.net.quantity', net_unit = v->>'$.net.unit'
    FROM (SELECT value AS v FROM json_each(${JSON.stringify(rows)}))
    WHERE variants.id = v->>'id'`)
}

/** The statements that give these variants the tiers they have now, whatever they had. */
export function replaceTiers(db: Database, variants: readonly Variant[]): Statement[] {
  if (variants.length === 0) return []
  const ids = JSON.stringify(variants.map((one) => one.id))
  return [
    db.run(sql`
      DELETE FROM tier_prices WHERE variant_id IN (SELECT value FROM json_each(${ids}))`),
    ...insertTiers(db, variants),
  ]
}

function insertTiers(db: Database, variants: readonly Variant[]): Statement[] {
  const rows = variants.flatMap(({ id, archived, tiers }) =>
    archived ? [] : tiers.map((tier) => [id, tier.fromQuantity, tier.price]),
  )
  if (rows.length === 0) return []
  return [
    db.run(sql`
      INSERT INTO tier_prices (variant_id, from_quantity, price)
      SELECT value->>0, value->>1, value->>2 FROM json_each(${JSON.stringify(rows)}) WHERE true`),
  ]
}

/** The statement that drops tiers which the price of their variant has reached, for products by id. */
export function dropTiersAbove(db: Database, productIds: string): Statement {
  return db.run(sql`
    DELETE FROM tier_prices WHERE EXISTS (
      SELECT 1 FROM variants v WHERE v.id = tier_prices.variant_id AND v.price <= tier_prices.price
        AND v.product_id IN (SELECT value FROM json_each(${productIds})))
    AND variant_id IN (SELECT id FROM variants WHERE product_id IN (
      SELECT value FROM json_each(${productIds})))`)
}

function changeRange(db: Database, productId: string): Statement {
  return db.run(sql`
    UPDATE products SET (price_from, price_to, stock_total) = (
      SELECT min(price), max(price), sum(stock) FROM variants v
      WHERE v.product_id = products.id AND v.archived = 0)
    WHERE id = ${productId}`)
}

/** The statement by which no variant is shown by a photo that is taken away. */
export function forgetPhoto(db: Database, productId: string, photoId: string): Statement {
  return db.run(sql`
    UPDATE variants SET photo_id = NULL WHERE product_id = ${productId} AND photo_id = ${photoId}`)
}
