import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  return {
    pledges: await readOwn(api.pledges.$get({ query }), url),
    isFirst: after === null,
  }
}
