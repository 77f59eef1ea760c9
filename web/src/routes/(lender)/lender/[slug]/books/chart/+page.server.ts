import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** The chart is the same for all; the book says whether she may read it. */
export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const route = api.lenders[':slug'].periods
  await readOwn(route.$get({ param: { slug: params.slug }, query: { limit: '1' } }), url)
}
