import { ordersToPrint } from '#lib/server/label-sheets.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const orders = await ordersToPrint(api, slug, url)
  const size = url.searchParams.get('size') === 'a4' ? ('a4' as const) : ('a6' as const)
  return { orders, slug, size, asked: orders.map((one) => one.id).join(',') }
}
