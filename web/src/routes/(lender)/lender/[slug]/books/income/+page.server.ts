import { readOwn } from '#lib/server/api.ts'
import { monthsIn, usualMonths } from '#lib/server/statements.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const today = todayOf(platform)
  const months = monthsIn(url, today)
  const route = api.books[':organization']
  const param = { organization: params.slug }
  const [statement, byMonth] = await Promise.all([
    readOwn(route['income-statement'].$get({ param, query: months }), url),
    readOwn(route.months.$get({ param, query: { until: months.until } }), url),
  ])
  return { statement, byMonth, usual: usualMonths(today), base: `/lender/${params.slug}/books` }
}
