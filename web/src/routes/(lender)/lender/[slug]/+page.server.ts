import { readOwn } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

/** A morning's list: more than a hundred are counted as "at least". */
const MOST = '100'

/** Of promises; the rest is on their own page. */
const FEW = '10'

export const load: PageServerLoad = async ({ locals: { api }, params, platform, url }) => {
  const loans = api.lenders[':slug'].loans
  const listed = (which: 'overdue' | 'dueThisWeek') =>
    readOwn(loans.$get({ param: params, query: { which, limit: MOST } }), url)
  const promised = (which: 'today' | 'broken') =>
    readOwn(
      api.lenders[':slug'].promises.$get({ param: params, query: { which, limit: FEW } }),
      url,
    )
  const waiting = api.lenders[':slug'].disbursements
  const [overdue, dueThisWeek, today, broken, officers, awaiting] = await Promise.all([
    listed('overdue'),
    listed('dueThisWeek'),
    promised('today'),
    promised('broken'),
    readOwn(api.lenders[':slug'].officers.$get({ param: params }), url),
    readOwn(waiting.$get({ param: params, query: { limit: MOST } }), url),
  ])
  return {
    ...{ overdue, dueThisWeek, awaiting },
    promises: { today, broken },
    left: officers.items.some(({ officer, stays, loans }) => officer && !stays && loans > 0),
    ...{ slug: params.slug, today: todayOf(platform) },
  }
}
