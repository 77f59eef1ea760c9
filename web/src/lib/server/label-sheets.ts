/** The orders that an address names, for printing: `?orders=` as often as wanted, or with commas. */
import type { ApiClient } from '#lib/server/api.ts'
import { readOwn } from '#lib/server/api.ts'
import type { Order } from '#lib/orders.ts'

export async function ordersToPrint(api: ApiClient, slug: string, url: URL): Promise<Order[]> {
  const ids = url.searchParams.getAll('orders').flatMap((one) => one.split(','))
  const orders = ids.filter((one) => one !== '').join(',')
  if (orders === '') return []
  const route = api.enterprises[':slug']['label-sheets']
  const { items } = await readOwn(route.$get({ param: { slug }, query: { orders } }), url)
  return items
}
