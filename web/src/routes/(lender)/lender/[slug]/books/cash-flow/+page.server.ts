import { readOwn } from '#lib/server/api.ts'
import { monthsIn, usualMonths } from '#lib/server/statements.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const today = todayOf(platform)
  const route = api.books[':organization']['cash-flow']
  const query = monthsIn(url, today)
  return {
    flow: await readOwn(route.$get({ param: { organization: params.slug }, query }), url),
    usual: usualMonths(today),
    base: `/lender/${params.slug}/books`,
  }
}
