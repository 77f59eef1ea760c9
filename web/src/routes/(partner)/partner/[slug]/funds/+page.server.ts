import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const route = api.funders[':slug'].funds
  const query = after ? { after } : {}
  return {
    funds: await readOwn(route.$get({ param: { slug: params.slug }, query }), url),
    isFirst: after === null,
    base: `/partner/${params.slug}/funds`,
  }
}
