import { error } from '@sveltejs/kit'
import { read } from '#lib/server/api.ts'
import { isRegion, provinces, regencyName } from '#worker/market/buying/shipping/regencies'
import type { PageServerLoad } from './$types'

/** Read without a script: the page weighs what it shows. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, params: { code } }) => {
  if (!isRegion(code)) error(404, 'There is no such region.')
  const province = provinces().find((one) => one.code === code.slice(0, 2))
  const [goods, shops, regions] = await Promise.all([
    read(api.products.$get({ query: { region: code, limit: '16' } })),
    read(api.shops.$get({ query: { region: code, limit: '12' } })),
    read(api.regions.$get()),
  ])
  return {
    code,
    province: province ?? { code: code.slice(0, 2), name: code },
    place: code.length === 2 ? (province?.name ?? code) : (regencyName(code) ?? code),
    ...{ goods: goods.items, more: goods.next !== null, shops: shops.items },
    crafts: [...new Set(shops.items.map((one) => one.craft))],
    within: regions.items.filter((one) => one.code.startsWith(code)),
  }
}
