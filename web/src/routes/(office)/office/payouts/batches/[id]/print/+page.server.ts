import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => ({
  batch: await readOwn(api['payout-batches'][':id'].$get({ param: params }), url),
})
