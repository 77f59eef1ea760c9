import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const variants = api.enterprises[':slug'].variants
  const history = await readOwn(variants[':id']['stock-history'].$get({ param: params }), url)
  return { history, slug: params.slug }
}
