import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const route = api.lenders[':slug'].groups
  const page = await readOwn(route.$get({ param: params, query: after ? { after } : {} }), url)
  return { page, slug: params.slug, isFirst: after === null }
}
