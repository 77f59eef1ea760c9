import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const batches = await readOwn(api['payout-batches'].$get({ query }), url)
  return { batches, isFirst: after === null }
}
