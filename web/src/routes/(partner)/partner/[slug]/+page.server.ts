import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const route = api.companies[':slug']
  const [waiting, company] = await Promise.all([
    readOwn(route.procurement.$get({ param: { slug } }), url),
    readOwn(route.$get({ param: { slug } }), url),
  ])
  return { waiting, company, slug }
}
