import { errorAt } from '#lib/problem.ts'
import { problemOf, readOwn, type ApiClient } from '#lib/server/api.ts'
import { paperIn } from '#lib/server/slip.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const on = url.searchParams.get('on') ?? todayOf(platform)
  const route = api.loans[':id']
  const [statement, payoff] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    payoffOf(route['payoff-quote'].$get({ param: params, query: { on } })),
  ])
  return { statement, payoff, on, today: todayOf(platform), paper: paperIn(url, 'a4') }
}

type Asking = ReturnType<ApiClient['loans'][':id']['payoff-quote']['$get']>

/** A day that may not be asked for is told beside its field. */
async function payoffOf(asked: Asking) {
  const answer = await asked
  if (answer.ok) return { quote: await answer.json(), error: null }
  return { quote: null, error: errorAt(await problemOf(answer), '/on') }
}
