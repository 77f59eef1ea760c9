import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug, id }, url }) => {
  const route = api.orders[':order']
  const order = await readOwn(route.$get({ param: { order: id }, query: {} }), url)
  return { order, slug }
}
