// How goods come onto the shelves: a third of a shop's on its first days, the others in the months
// after, but each before its first order. A chair describes, counts, photographs and lists.

import { enterprises } from '#db/seed/network/enterprises'
import { stockKey } from '#db/seed/network/orders'
import type { PurchaseStory } from '#db/seed/network/orders/story'
import type { EnterpriseStory, ProductStory } from '#db/seed/network/story'
import type { Gallery } from '#db/seed/runner/gallery'
import { daysAgo, keyOf, known, type World } from '#db/seed/runner/world'
import { chance } from '#db/seed/random'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

export type Listing = {
  readonly shop: EnterpriseStory
  readonly product: ProductStory
  readonly at: number
}

/** Everything that is sold, in the order of its listing. */
export function listings(world: World, stories: readonly PurchaseStory[]): Listing[] {
  const wanted = firstWanted(stories)
  return enterprises
    .flatMap((shop) =>
      shop.products.map((product, place) => {
        const luck = chance(`listing of ${product.slug}`)
        const opening = daysAgo(world, 279 - luck.between(0, 3), 9) + place * 11 * MINUTE
        const latest = Math.min(wanted.get(product.slug) ?? Infinity, world.now - DAY) - 6 * HOUR
        const later = opening + luck.next() * (latest - opening)
        return { shop, product, at: place % 3 === 0 ? opening : Math.round(later) }
      }),
    )
    .sort((one, other) => one.at - other.at)
}

function firstWanted(stories: readonly PurchaseStory[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const { placedAt, orders } of stories) {
    for (const { product } of orders.flatMap(({ lines }) => lines)) {
      first.set(product, Math.min(first.get(product) ?? Infinity, placedAt))
    }
  }
  return first
}

type Shelves = { readonly stock: ReadonlyMap<string, number>; readonly gallery: Gallery }

export function noteListings(world: World, listed: readonly Listing[], shelves: Shelves): void {
  for (const listing of listed) {
    const { shop, product, at } = listing
    world.agenda.noteFirst(`listing of ${product.slug}`, at, () =>
      list(world, shop, { ...listing, ...shelves }),
    )
  }
}

type Product = { id: string; variants: { id: string; name: string; price: number }[] }

async function list(
  world: World,
  shop: EnterpriseStory,
  { product, at, stock, gallery }: Listing & Shelves,
): Promise<void> {
  const chair = world.member(keyOf(shop, 'chair'))
  const enterprise = known(world.enterprises, shop.slug)
  const drafted = await chair.post<Product>(at, `/api/enterprises/${enterprise}/products`, {
    title: product.title,
    description: described(shop, product),
    category: product.category,
    unit: product.unit,
    variants: product.variants.map(({ name, price, grams }) => ({
      name,
      price: price ?? product.price,
      weightGrams: grams ?? product.grams,
      stock: known(stock, stockKey(product.slug, name)),
    })),
  })
  const path = `/api/products/${drafted.id}`
  await chair.post(at + 4 * MINUTE, `${path}/photos`, await gallery(product.slug))
  await chair.put(at + 5 * MINUTE, `${path}/status`, { status: 'listed' })
  for (const { id, name, price } of drafted.variants) {
    world.offers.put(stockKey(product.slug, name), { id, price })
  }
}

/** What a maker would add below: what it is made of, by whom, how long it takes. */
function described({ members }: EnterpriseStory, product: ProductStory): string {
  const names = product.makers.flatMap((key) => members.filter((one) => one.key === key))
  const facts = [
    `Bahan: ${product.madeOf.join(', ')}.`,
    `Dibuat oleh ${names.map(({ name }) => name).join(' dan ')}.`,
    ...(product.madeToOrderDays === undefined
      ? []
      : [`Bila habis, dibuat sesuai pesanan sekitar ${product.madeToOrderDays} hari.`]),
  ]
  return `${product.description}\n\n${facts.join('\n')}`
}
