import { readOwn } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => ({
  statement: await readOwn(api.loans[':id'].$get({ param: params }), url),
  today: todayOf(platform),
})
