import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = { limit: '100', ...(after ? { after } : {}) }
  const route = api.enterprises[':slug'].payouts[':id']
  const payout = await readOwn(route.$get({ param: params, query }), url)
  return { slug: params.slug, payout, isFirst: after === null }
}
