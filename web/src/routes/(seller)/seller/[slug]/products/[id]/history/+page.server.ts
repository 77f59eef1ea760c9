import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const history = api.enterprises[':slug'].products[':id'].history
  const trail = await readOwn(history.$get({ param: params, query }), url)
  return { trail, slug: params.slug, id: params.id }
}
