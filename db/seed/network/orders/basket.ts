// Who buys what from whom: some buyers and some things are more in demand than others, dear things are
// bought seldom and singly, and a purchase reaches one to three sellers.

import { buyers } from '#db/seed/network/buyers'
import { enterprises } from '#db/seed/network/enterprises'
import type { LineStory, OrderStory } from '#db/seed/network/orders/story'
import type { BuyerStory, EnterpriseStory, ProductStory } from '#db/seed/network/story'
import { chance, type Chance } from '#db/seed/random'

type Weighted<Item> = readonly (readonly [item: Item, weight: number])[]

const fame = (slug: string) => 0.5 + chance(`fame of ${slug}`).next() * 1.5

const GOODS = new Map<string, Weighted<ProductStory>>(
  enterprises.map((one) => [
    one.slug,
    one.products.map((product) => [product, fame(product.slug) / (product.price / 1000) ** 0.62]),
  ]),
)

const PEOPLE: Weighted<BuyerStory> = buyers.map((buyer) => [buyer, buyer.weight])

/** A shop of small daily things is visited more often than one of festive cloth. */
const SELLERS: Weighted<EnterpriseStory> = enterprises.map((one) => {
  const draw = (GOODS.get(one.slug) ?? []).reduce((sum, [, weight]) => sum + weight, 0)
  return [one, fame(one.slug) * draw ** 0.8]
})

export function someBuyer(luck: Chance): BuyerStory {
  return luck.weighted(PEOPLE)
}

/** One to three sellers, each once. */
export function someSellers(luck: Chance, most: number): EnterpriseStory[] {
  const count = Math.min(
    most,
    luck.weighted([
      [1, 70],
      [2, 22],
      [3, 8],
    ]),
  )
  const chosen: EnterpriseStory[] = []
  while (chosen.length < count) {
    const seller = luck.weighted(SELLERS)
    if (!chosen.includes(seller)) chosen.push(seller)
  }
  return chosen
}

export function someOrder(luck: Chance, seller: EnterpriseStory, buyer: BuyerStory): OrderStory {
  const goods = GOODS.get(seller.slug) ?? []
  const count = luck.weighted([
    [1, 60],
    [2, 28],
    [3, 12],
  ])
  const lines = new Map<string, LineStory>()
  for (let line = 0; line < count; line++) {
    const product = luck.weighted(goods)
    const variant = luck.pick(product.variants)
    const price = variant.price ?? product.price
    const most = price < 60_000 ? 4 : price < 200_000 ? 2 : 1
    const quantity = luck.between(1, most)
    lines.set(`${product.slug} ${variant.name}`, {
      product: product.slug,
      variant: variant.name,
      quantity,
    })
  }
  const near = seller.place.village.slice(0, 2) === buyer.place.village.slice(0, 2)
  const delivery = near && luck.happens(0.3) ? 'pickup' : 'courier'
  return { enterprise: seller.slug, delivery, lines: [...lines.values()] }
}
