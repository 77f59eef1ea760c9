// Who buys what in the large set: a pool of buyers, some of whom come often, and baskets of one to
// three sellers, as the decision of placing wants to see them.

import { buyers } from '#db/seed/network/buyers'
import type { Loading } from '#db/seed/large/loading'
import { PHONE, type SellerRow } from '#db/seed/large/sellers'
import type { Offered } from '#db/seed/large/goods'
import type { Shelf } from '#db/seed/large/shelf'
import { someName } from '#db/seed/large/words'
import { chance } from '#db/seed/random'
import type { Cart, CartLine } from '#worker/market/buying/carts/cart'
import type { Address } from '#worker/market/buying/checkout/placing'
import { areaLine, type VillageCode } from '#worker/market/buying/shipping/area'
import type { AreaDirectory } from '#worker/providers/areas'

export type Buyer = { name: string; phone: string; address: Address }

/** Buyers have the later half of the numbers. */
const FIRST_BUYER = 500_000

/** The addresses of the demo's buyers, to which the large set's goods are sent too. */
export async function addressesIn(areas: AreaDirectory): Promise<Address[]> {
  return Promise.all(
    buyers.map(async ({ place }) => {
      const areaCode = place.village as VillageCode
      const names = await areas.find(areaCode)
      if (!names) throw new Error(`No village has the code ${areaCode}.`)
      const { street, postalCode } = place
      return { street, areaCode, areaText: areaLine(areaCode, names), postalCode, note: '' }
    }),
  )
}

/** One of `pool` buyers; the first of them come most often. */
export function someBuyer({ luck }: Loading, pool: number, addresses: readonly Address[]): Buyer {
  const n = Math.floor(luck.next() ** 2 * pool)
  const own = chance(`buyer ${n}`)
  return { name: someName(own), phone: PHONE(FIRST_BUYER + n), address: own.pick(addresses) }
}

/** A basket from one to three sellers; empty when all that was looked at is sold out. */
export function someBasket(
  { luck }: Loading,
  shelf: Shelf,
  given: { at: number; sellers: ReadonlyMap<string, SellerRow>; most: number },
): { cart: Cart; taken: Map<Offered, number> } {
  const count = luck.weighted([
    [1, 34],
    [2, 22],
    [3, 18],
    [5, 16],
    [8, 10],
  ])
  const taken = new Map<Offered, number>()
  let last: Offered | undefined
  for (let line = 0; line < count; line += 1) {
    const quantity = luck.weighted([
      [1, 70],
      [2, 20],
      [4, 10],
    ])
    const besides = last && luck.happens(0.9) ? shelf.beside(luck, last, quantity) : undefined
    const one = besides ?? shelf.some(luck, given.at, quantity)
    if (one) taken.set((last = one), quantity)
  }
  const parts = [...Map.groupBy(taken, ([{ enterpriseId }]) => enterpriseId)]
    .slice(0, given.most)
    .flatMap(([enterpriseId, lines]) => {
      const seller = given.sellers.get(enterpriseId)
      if (!seller) return []
      const { slug, name, phone, regencyName, pickupPlace } = seller
      const shown = { enterpriseId, slug, name, phone, regencyName, pickupPlace, pkpSince: null }
      return [{ ...shown, lines: lines.map(([one, quantity]) => lineOf(one, quantity)) }]
    })
  return { cart: { parts }, taken }
}

function lineOf(one: Offered, quantity: number): CartLine {
  const { variantId, productId, productSlug, title, variantName, price, weightGrams, stock } = one
  return {
    ...{ variantId, productId, productSlug, title, variantName, price, weightGrams, stock },
    priceSeen: price,
    quantity,
    photoId: null,
    photoColor: null,
    volumeCm3: 0,
    categories: [],
    tiers: [],
    onSale: true,
  }
}
