// The goods of the large set: drafted and listed by their chairs over a year and a half, a few
// dozen to a seller.

import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { growing, type Loading } from '#db/seed/large/loading'
import type { SellerRow } from '#db/seed/large/sellers'
import { someGood } from '#db/seed/large/words'
import { recordEvents } from '#worker/history/queries'
import { freeSlug, slugFrom } from '#worker/identity/organizations/slug'
import { amount, type Amount } from '#worker/kernel/money'
import { changeProductStatus, draftProduct } from '#worker/market/offering/products/product'
import * as products from '#worker/market/offering/products/queries'
import { replaceVariants } from '#worker/market/offering/products/variant'
import { insertVariants } from '#worker/market/offering/variants/queries'
import { chance } from '#db/seed/random'

const DAYS = 540

export async function makeGoods(
  loading: Loading,
  sellers: readonly SellerRow[],
  count: number,
): Promise<void> {
  const { db } = loading
  const [known] = await read(db, [db.all<{ slug: string }>(sql`SELECT slug FROM products`)])
  const taken = new Map<string, string[]>()
  for (const { slug } of known) taken.set(slug, [slug])
  let open = 0
  for (const [i, at] of growing(loading, count, DAYS).entries()) {
    while (open < sellers.length && (sellers[open]?.createdAt ?? 0) < at) open += 1
    const seller = sellers[Math.floor(loading.luck.next() ** 1.4 * Math.max(1, open))]
    if (seller) await makeGood(loading, { seller, at, taken })
    if (i % 200 === 0) await loading.progress('products', i, count)
  }
  await loading.send()
  await loading.progress('products', count, count)
}

type Making = { seller: SellerRow; at: number; taken: Map<string, string[]> }

async function makeGood(loading: Loading, { seller, at, taken }: Making): Promise<void> {
  const { db, luck } = loading
  const newId = () => loading.newId(at)
  const { variants, price, grams, ...description } = someGood(luck)
  const id = newId()
  const base = slugFrom(description.title)
  const alike = taken.get(base) ?? []
  const slug = freeSlug(base, alike)
  taken.set(base, [...alike, slug])
  const wanted = variants.map((name, size) => ({
    name,
    sku: null,
    price: amount(price + size * 10_000),
    weightGrams: grams + size * 100,
    stock: luck.between(8, 240),
  }))
  const drafted = draftProduct(description, {
    id,
    slug,
    enterpriseId: seller.id,
    createdAt: at,
    variants: replaceVariants([], wanted, { productId: id, newId }),
  })
  const listed = changeProductStatus(drafted, 'listed', at)
  const act = loading.actOf(seller.chairId, at)
  await loading.add([
    products.insertProduct(db, drafted),
    ...insertVariants(db, drafted.variants),
    products.learnWords(db, [description.title]),
    products.changeStatusOfProduct(db, listed),
    recordEvents(db, [
      { ...act, subject: id, seq: 1, type: 'drafted', data: { title: description.title } },
      { ...act, subject: id, seq: 2, type: 'listed' },
    ]),
  ])
}

/** A variant as it stands on the shelf; its stock follows what is sold here. */
export type Offered = {
  readonly variantId: string
  readonly productId: string
  readonly productSlug: string
  readonly title: string
  readonly variantName: string
  readonly price: Amount
  readonly weightGrams: number
  readonly listedAt: number
  readonly enterpriseId: string
  stock: number
}

const A_PAGE = 5_000

/** What those sellers have listed, oldest first. */
export async function listOffered(
  { db }: Loading,
  sellers: readonly SellerRow[],
): Promise<Offered[]> {
  const theirs = new Set(sellers.map(({ id }) => id))
  const found: Offered[] = []
  for (let after = ''; ;) {
    const [rows] = await read(db, [
      db.all<Offered>(sql`
        SELECT v.id AS variantId, p.id AS productId, p.slug AS productSlug, p.title AS title,
          v.name AS variantName, v.price AS price, v.weight_grams AS weightGrams,
          p.listed_at AS listedAt, p.enterprise_id AS enterpriseId, v.stock AS stock
        FROM variants v JOIN products p ON p.id = v.product_id
        WHERE p.on_sale = 1 AND v.archived = 0 AND v.id > ${after}
        ORDER BY v.id LIMIT ${A_PAGE}`),
    ])
    found.push(...rows.filter(({ enterpriseId }) => theirs.has(enterpriseId)))
    if (rows.length < A_PAGE) break
    after = rows.at(-1)?.variantId ?? after
  }
  return found.sort((one, other) => one.listedAt - other.listedAt)
}

/** How often it is wanted beside the others: few are wanted much. */
export function fameOf({ productSlug }: Offered): number {
  return 1 / (1 + 2_000 * chance(`fame of ${productSlug}`).next()) ** 0.8
}
