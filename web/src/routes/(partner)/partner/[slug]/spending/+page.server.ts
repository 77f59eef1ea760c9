import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const year = url.searchParams.get('year')
  const route = api.companies[':slug'].spending
  const spent = await readOwn(route.$get({ param: { slug }, query: year ? { year } : {} }), url)
  return { spent, slug }
}
