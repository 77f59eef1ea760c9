import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const after = url.searchParams.get('after')
  const route = api.companies[':slug']['purchase-orders']
  const page = await readOwn(route.$get({ param: { slug }, query: after ? { after } : {} }), url)
  return { page, slug, isFirst: after === null }
}
