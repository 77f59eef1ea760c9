import { readOwn } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

/** What was accepted, word for word; a loan brought in from elsewhere has its clauses from its terms. */
export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const loan = api.loans[':id']
  const [statement, handed, { accepted }] = await Promise.all([
    readOwn(loan.$get({ param: params }), url),
    readOwn(loan.disbursements.$get({ param: params }), url),
    readOwn(loan.agreement.$get({ param: params }), url),
  ])
  return { statement, accepted, handed: handed.items, today: todayOf(platform) }
}
