import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const route = api.funders[':slug'].funds[':id']
  const [fund, loans] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    readOwn(route.loans.$get({ param: params, query: after ? { after } : {} }), url),
  ])
  return { fund, loans, isFirst: after === null, base: `/partner/${params.slug}/funds` }
}
