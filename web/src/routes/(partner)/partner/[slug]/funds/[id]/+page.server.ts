import { readOwn } from '#lib/server/api.ts'
import { fundLoansIn } from '#lib/server/fund-loans.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const { query, part, isFirst } = fundLoansIn(url)
  const route = api.funders[':slug'].funds[':id']
  const [fund, loans] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    readOwn(route.loans.$get({ param: params, query }), url),
  ])
  return { fund, loans, part, isFirst, base: `/partner/${params.slug}/funds` }
}
