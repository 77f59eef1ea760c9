import { readOwn } from '#lib/server/api.ts'
import { monthsIn } from '#lib/server/statements.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const { until } = monthsIn(url, todayOf(platform))
  const route = api.books[':organization']['balance-sheet']
  const param = { organization: params.slug }
  return {
    sheet: await readOwn(route.$get({ param, query: { until } }), url),
    base: `/lender/${params.slug}/books`,
  }
}
