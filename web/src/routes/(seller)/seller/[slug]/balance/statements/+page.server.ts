import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const after = url.searchParams.get('after')
  const query = { limit: '24', ...(after ? { after } : {}) }
  const route = api.enterprises[':slug'].statements
  const months = await readOwn(route.$get({ param: { slug }, query }), url)
  return { slug, months, isFirst: after === null }
}
