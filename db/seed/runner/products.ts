// How goods come onto the shelves: a third of a shop's on its first days, the others in the months
// after, but each before its first order. A chair describes, counts, photographs and lists.

import { enterprises } from '#db/seed/network/enterprises'
import { stockKey } from '#db/seed/network/orders'
import type { PurchaseStory } from '#db/seed/network/orders/story'
import { categoryOf, labelsOf, netOf, optionOf, tiersOf } from '#db/seed/network/particulars'
import type { EnterpriseStory, ProductStory } from '#db/seed/network/story'
import type { Gallery } from '#db/seed/runner/gallery'
import { daysAgo, keyOf, known, type World } from '#db/seed/runner/world'
import { chance } from '#db/seed/random'
import { addDays, startOfDay, weekday } from '#worker/kernel/calendar'

const ZONE = 'Asia/Jakarta'
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

/** Shortly before today: one thing is sold ahead of its harvest, one rests until Monday morning. */
export function noteWindows(world: World, listed: readonly Listing[]): void {
  const before = world.now - 30 * MINUTE
  const say = (slug: string, change: Record<string, unknown>) => {
    const listing = listed.find(({ product }) => product.slug === slug)
    if (!listing) return
    world.agenda.note(`window of ${slug}`, before, async () => {
      const chair = world.member(keyOf(listing.shop, 'chair'))
      const name = stockKey(slug, listing.product.variants[0]?.name ?? '')
      const { productId } = await world.offers.taken(name)
      await chair.patch(before, `/api/products/${productId}`, change)
    })
  }
  say('kopi-gayo-natural', { availableFrom: addDays(world.today, 24) })
  const monday = addDays(world.today, 8 - (weekday(world.today) || 7))
  say('keripik-pisang-gula-semut', { opensAt: new Date(startOfDay(monday, ZONE) + 7 * HOUR) })
}

type Product = { id: string; variants: { id: string; name: string; price: number }[] }

async function list(
  world: World,
  shop: EnterpriseStory,
  { product, at, stock, gallery }: Listing & Shelves,
): Promise<void> {
  const chair = world.member(keyOf(shop, 'chair'))
  const enterprise = known(world.enterprises, shop.slug)
  const option = optionOf(product)
  const drafted = await chair.post<Product>(at, `/api/enterprises/${enterprise}/products`, {
    title: product.title,
    description: described(product),
    category: categoryOf(product),
    unit: product.unit,
    options: option === null ? [] : [option],
    madeToOrderDays: product.category === 'wood' ? (product.madeToOrderDays ?? 0) : 0,
    variants: product.variants.map(({ name, price, grams }) => ({
      name: option === null ? name : '',
      values: option === null ? [] : [name],
      price: price ?? product.price,
      weightGrams: grams ?? product.grams,
      stock: known(stock, stockKey(product.slug, name)),
      net: netOf(product),
      tiers: tiersOf(product, price ?? product.price),
    })),
  })
  const path = `/api/products/${drafted.id}`
  await chair.post(at + 4 * MINUTE, `${path}/photos`, await gallery(product.slug))
  await credit(world, { shop, product, at, path })
  for (const { kind, ...said } of labelsOf(product, shop.place.village, world.today)) {
    await chair.put(at + 4 * MINUTE, `${path}/labels/${kind}`, said)
  }
  await chair.put(at + 5 * MINUTE, `${path}/status`, { status: 'listed' })
  for (const { id, name, price } of drafted.variants) {
    world.offers.put(stockKey(product.slug, name), { id, price, productId: drafted.id })
  }
}

type Crediting = Listing & { path: string }

/** The makers of a product, each named by the house when she is first needed. */
async function credit(world: World, { shop, product, at, path }: Crediting): Promise<void> {
  const chair = world.member(keyOf(shop, 'chair'))
  const enterprise = known(world.enterprises, shop.slug)
  const members = shop.members.filter(({ key }) => product.makers.includes(key))
  const named = members.map(({ key, name }) =>
    world.makers.named(key, async () => {
      const route = `/api/enterprises/${enterprise}/makers`
      return (await chair.post<{ id: string }>(at + 2 * MINUTE, route, { name })).id
    }),
  )
  const makers = (await Promise.all(named)).map((makerId) => ({ makerId }))
  if (makers.length > 0) await chair.put(at + 3 * MINUTE, `${path}/makers`, { makers })
}

/** What a maker would add below: what it is made of, and how long it takes. */
function described(product: ProductStory): string {
  const facts = [
    `Bahan: ${product.madeOf.join(', ')}.`,
    ...(product.madeToOrderDays === undefined || product.category === 'wood'
      ? []
      : [`Bila habis, dibuat sesuai pesanan sekitar ${product.madeToOrderDays} hari.`]),
  ]
  return `${product.description}\n\n${facts.join('\n')}`
}
