/** A loan for a page: its statement, and what would pay it off today. */
import { readOwn, type ApiClient } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'

type Asked = {
  api: ApiClient
  id: string
  url: URL
  platform: App.Platform | undefined
}

export async function loanPage({ api, id, url, platform }: Asked) {
  const route = api.loans[':id']
  const [statement, payoff] = await Promise.all([
    readOwn(route.$get({ param: { id } }), url),
    readOwn(route['payoff-quote'].$get({ param: { id }, query: {} }), url),
  ])
  return { statement, payoff, today: todayOf(platform) }
}
