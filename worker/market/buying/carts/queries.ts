import { sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { amount } from '#worker/kernel/money'
import { MOST_LINES, type Cart, type CartLine, type Seller } from '#worker/market/buying/carts/cart'
import { unitPriceAt, type TierPrice } from '#worker/market/offering/products/tier-prices'
import { openAt } from '#worker/market/offering/windows/queries'

/** The token's hash, if one was shown; who is signed in; whether her own cart is meant. */
export type CartRef = { hash: string | null; personId: string | null; current: boolean }

/** The id of the cart that is meant, as SQL: a person's own first; nobody reaches another person's. */
export function cartIdOf({ hash, personId, current }: CartRef): SQL {
  if (!current) {
    return sql`(SELECT id FROM carts
      WHERE id = ${hash} AND (person_id IS NULL OR person_id = ${personId}))`
  }
  return sql`(SELECT id FROM carts
    WHERE person_id = ${personId} OR (id = ${hash} AND person_id IS NULL)
    ORDER BY person_id IS NULL LIMIT 1)`
}

export function findCart(db: Database, ref: CartRef) {
  return db.all<{ cartId: string }>(sql`SELECT id AS cartId FROM carts WHERE id = ${cartIdOf(ref)}`)
}

type LineRow = {
  [K in Exclude<keyof CartLine, 'categories' | 'tiers'>]: CartLine[K] extends number
    ? number
    : CartLine[K] extends boolean
      ? number
      : CartLine[K]
} & Seller & { saved: number; categories: string; tiers: string }

/** The tier prices of the variant `v`, in rising order of quantity. */
const TIERS = sql`(SELECT json_group_array(
    json_object('fromQuantity', t.from_quantity, 'price', t.price) ORDER BY t.from_quantity)
  FROM tier_prices t WHERE t.variant_id = v.id)`

/** Everything a cart shows, sellers by name, their lines in the order they were put in. */
export function listCartLines(db: Database, ref: CartRef, now: number) {
  return db.all<LineRow>(sql`
    SELECT v.id AS variantId, p.id AS productId, p.slug AS productSlug, p.title AS title,
      v.name AS variantName, v.price AS price, l.price_seen AS priceSeen, l.quantity AS quantity,
      v.stock AS stock, v.weight_grams AS weightGrams,
      coalesce(v.length_cm * v.width_cm * v.height_cm, 0) AS volumeCm3,
      coalesce(v.photo_id, p.photo_id) AS photoId, p.photo_color AS photoColor, l.saved AS saved,
      p.on_sale AND NOT v.archived AND ${openAt(now)} AS onSale, ${TIERS} AS tiers,
      (SELECT json_group_array(c.ancestor ORDER BY c.up) FROM category_lines c
       WHERE c.category = p.category) AS categories,
      o.id AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone,
      e.regency_name AS regencyName, e.pickup_place AS pickupPlace, e.pkp_since AS pkpSince
    FROM cart_lines l
    JOIN variants v ON v.id = l.variant_id
    JOIN products p ON p.id = v.product_id
    JOIN enterprises e ON e.organization_id = p.enterprise_id
    JOIN organizations o ON o.id = p.enterprise_id
    WHERE l.cart_id = ${cartIdOf(ref)}
    ORDER BY o.name, o.id, l.added_at, p.title, v.position, v.id`)
}

export function cartFrom(rows: readonly LineRow[]): Cart & { saved: readonly CartLine[] } {
  const parts = new Map<string, Seller & { lines: CartLine[] }>()
  const saved: CartLine[] = []
  for (const row of rows) {
    if (row.saved === 1) {
      saved.push(lineFrom(row))
      continue
    }
    const { enterpriseId, slug, name, phone, regencyName, pickupPlace, pkpSince } = row
    const seller = { enterpriseId, slug, name, phone, regencyName, pickupPlace, pkpSince }
    const part = parts.get(enterpriseId) ?? { ...seller, lines: [] }
    parts.set(enterpriseId, part)
    part.lines.push(lineFrom(row))
  }
  return { parts: [...parts.values()], saved }
}

function lineFrom(row: LineRow): CartLine {
  const tiers = JSON.parse(row.tiers) as TierPrice[]
  return {
    variantId: row.variantId,
    productId: row.productId,
    productSlug: row.productSlug,
    title: row.title,
    variantName: row.variantName,
    price: unitPriceAt({ price: amount(row.price), tiers }, row.quantity),
    priceSeen: amount(row.priceSeen),
    quantity: row.quantity,
    stock: row.stock,
    weightGrams: row.weightGrams,
    volumeCm3: row.volumeCm3,
    photoId: row.photoId,
    photoColor: row.photoColor,
    categories: JSON.parse(row.categories) as string[],
    tiers,
    onSale: row.onSale === 1,
  }
}

type VariantRow = {
  price: number
  stock: number
  onSale: number
  tiers: string
  already: number
  pieces: number
}

/** What one costs when there are so many of it in the cart. */
export function priceFor({ price, tiers }: VariantRow, quantity: number): number {
  return unitPriceAt({ price: amount(price), tiers: JSON.parse(tiers) as TierPrice[] }, quantity)
}

/** A variant with what lies of it in the cart already, and the pieces of the whole cart. */
export function findVariantFor(
  db: Database,
  { ref, variantId, now }: { ref: CartRef; variantId: string; now: number },
) {
  const id = cartIdOf(ref)
  return db.all<VariantRow>(sql`
    SELECT v.price AS price, v.stock AS stock, ${TIERS} AS tiers,
      p.on_sale AND NOT v.archived AND ${openAt(now)} AS onSale,
      coalesce((SELECT quantity FROM cart_lines
        WHERE cart_id = ${id} AND variant_id = v.id AND saved = 0), 0) AS already,
      coalesce((SELECT sum(quantity) FROM cart_lines
        WHERE cart_id = ${id} AND saved = 0), 0) AS pieces
    FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = ${variantId}`)
}

/** A cart of its own for who has none yet. */
export function openCart(db: Database, ref: CartRef, now: number): Statement {
  return db.run(sql`
    INSERT INTO carts (id, person_id, created_at, touched_at)
    SELECT ${ref.hash}, ${ref.personId}, CAST(${now} AS INTEGER), CAST(${now} AS INTEGER)
    WHERE NOT EXISTS ${cartIdOf(ref)}`)
}

export type Change = {
  variantId: string
  quantity: number
  price: number
  now: number
  /** Whether it waits instead of being bought with the rest. */
  saved?: boolean
}

/** Adds pieces of a variant, or sets how many there are; the price is the one seen now. */
export function putLine(db: Database, ref: CartRef, how: 'add' | 'set', change: Change) {
  const { variantId, quantity, price, now, saved = false } = change
  const more = sql`iif(cart_lines.saved = 1, 0, quantity) + excluded.quantity`
  const kept = how === 'add' ? more : sql`excluded.quantity`
  return [
    db.run(sql`
      INSERT INTO cart_lines (cart_id, variant_id, quantity, price_seen, added_at, saved)
      VALUES (${cartIdOf(ref)}, ${variantId}, CAST(${quantity} AS INTEGER),
        CAST(${price} AS INTEGER), CAST(${now} AS INTEGER), ${saved ? 1 : 0})
      ON CONFLICT (cart_id, variant_id) DO UPDATE
        SET quantity = ${kept}, price_seen = excluded.price_seen, saved = excluded.saved`),
    touchCart(db, ref, now),
    assertHolds(
      db,
      sql`(SELECT count(*) FROM cart_lines WHERE cart_id = ${cartIdOf(ref)}) <= ${MOST_LINES}`,
      'cart_lines_within_limit',
    ),
  ]
}

export function deleteLine(db: Database, ref: CartRef, variantId: string, now: number) {
  return [
    db.run(sql`
      DELETE FROM cart_lines WHERE cart_id = ${cartIdOf(ref)} AND variant_id = ${variantId}`),
    touchCart(db, ref, now),
  ]
}

function touchCart(db: Database, ref: CartRef, now: number): Statement {
  return db.run(sql`
    UPDATE carts SET touched_at = CAST(${now} AS INTEGER) WHERE id = ${cartIdOf(ref)}`)
}

/**
 * Makes a guest's cart the person's. Where she has one already its lines are joined to hers; of a variant
 * in both the larger quantity stays, so that joining twice, or on two phones, doubles nothing; and what
 * she means to buy on either is bought.
 */
export function joinCarts(db: Database, hash: string, personId: string): Statement[] {
  const guest = sql`(SELECT id FROM carts WHERE id = ${hash} AND person_id IS NULL)`
  return [
    db.run(sql`
      UPDATE carts SET person_id = ${personId} WHERE id = ${guest}
      AND NOT EXISTS (SELECT 1 FROM carts WHERE person_id = ${personId})`),
    db.run(sql`
      INSERT INTO cart_lines (cart_id, variant_id, quantity, price_seen, added_at, saved)
      SELECT own.id, l.variant_id, l.quantity, l.price_seen, l.added_at, l.saved
      FROM cart_lines l JOIN carts own ON own.person_id = ${personId}
      WHERE l.cart_id = ${guest}
      ON CONFLICT (cart_id, variant_id) DO UPDATE
        SET quantity = max(quantity, excluded.quantity), price_seen = excluded.price_seen,
          saved = min(saved, excluded.saved)`),
    db.run(sql`DELETE FROM cart_lines WHERE cart_id = ${guest}`),
    db.run(sql`DELETE FROM carts WHERE id = ${guest}`),
  ]
}
