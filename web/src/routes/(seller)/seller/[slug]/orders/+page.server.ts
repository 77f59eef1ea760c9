import { readOwn } from '#lib/server/api.ts'
import { ORDER_STATUSES } from '#worker/market/fulfilling/orders/order'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const asked = Object.fromEntries(url.searchParams)
  const status = ORDER_STATUSES.find((one) => one === asked.status)
  const paid = (['yes', 'no'] as const).find((one) => one === asked.paid)
  const disputed = asked.disputed === 'yes' ? ('yes' as const) : undefined
  const query = {
    ...(disputed ? { disputed } : {}),
    ...(status ? { status } : {}),
    ...(paid ? { paid } : {}),
    ...(asked.after ? { after: asked.after } : {}),
  }
  const route = api.enterprises[':slug'].orders
  const page = await readOwn(route.$get({ param: { slug }, query }), url)
  return { page, slug, status, paid, disputed, isFirst: asked.after === undefined }
}
