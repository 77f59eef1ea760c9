import { readOwn } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => ({
  letter: await readOwn(api.loans[':id']['settlement-letter'].$get({ param: params }), url),
  today: todayOf(platform),
})
