import { readOwn } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

/** What was accepted, word for word; a loan brought in from elsewhere has its clauses from its terms. */
export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const [statement, handed] = await Promise.all([
    readOwn(api.loans[':id'].$get({ param: params }), url),
    readOwn(api.loans[':id'].disbursements.$get({ param: params }), url),
  ])
  const id = statement.loan.applicationId
  const accepted = id === null ? null : await paperOf(api, id)
  return { statement, accepted, handed: handed.items, today: todayOf(platform) }
}

type Api = App.Locals['api']

/** None where the loan was accepted before agreements were kept. */
async function paperOf(api: Api, id: string) {
  const response = await api['loan-applications'][':id'].agreement.$get({ param: { id } })
  return response.ok ? await response.json() : null
}
