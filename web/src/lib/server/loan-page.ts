/** A loan for a page: its statement, and what would pay it off on the day that the address names. */
import { problemOf, readOwn, type ApiClient } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import { errorAt } from '#lib/problem.ts'

type Asked = {
  api: ApiClient
  id: string
  url: URL
  platform: App.Platform | undefined
}

export async function loanPage({ api, id, url, platform }: Asked) {
  const today = todayOf(platform)
  const on = url.searchParams.get('payoff') ?? today
  const route = api.loans[':id']
  const [statement, payoff] = await Promise.all([
    readOwn(route.$get({ param: { id } }), url),
    payoffOn(route['payoff-quote'].$get({ param: { id }, query: { on } })),
  ])
  return { statement, payoff, on, today }
}

type Asking = ReturnType<ApiClient['loans'][':id']['payoff-quote']['$get']>

/** A day that is none is told beside its field; the rest of the page does not depend on it. */
async function payoffOn(asked: Asking) {
  const answer = await asked
  if (answer.ok) return { quote: await answer.json(), error: null }
  return { quote: null, error: errorAt(await problemOf(answer), '/on') }
}
