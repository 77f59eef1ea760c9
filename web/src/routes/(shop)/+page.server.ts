import { read } from '#lib/server/api.ts'
import { mixed } from '#lib/goods.ts'
import type { PageServerLoad } from './$types'

/** Read and bought from without a script: the page weighs what it shows. */
export const csr = false

const SHOWN = 15
/** So that a shop that has just filled its shelf leaves room for the others. */
const OF_ONE_SHOP = 3

export const load: PageServerLoad = async ({ locals: { api } }) => {
  const [goods, categories, regions, shops] = await Promise.all([
    read(api.products.$get({ query: { limit: '24' } })),
    read(api.categories.$get({ query: { widest: 'true' } })),
    read(api.regions.$get()),
    read(api.shops.$get({ query: { limit: '6' } })),
  ])
  return {
    goods: mixed(goods.items, { shown: SHOWN, ofOneShop: OF_ONE_SHOP }),
    more: goods.items.length > SHOWN,
    categories: categories.items,
    regions: regions.items,
    shops: shops.items,
  }
}
