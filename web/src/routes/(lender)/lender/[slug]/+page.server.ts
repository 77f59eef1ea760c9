import { readOwn } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

/** A morning's list: more than a hundred are counted as "at least". */
const MOST = '100'

export const load: PageServerLoad = async ({ locals: { api }, params, platform, url }) => {
  const loans = api.lenders[':slug'].loans
  const listed = (which: 'overdue' | 'dueThisWeek') =>
    readOwn(loans.$get({ param: params, query: { which, limit: MOST } }), url)
  const waiting = api.lenders[':slug'].disbursements
  const [overdue, dueThisWeek, awaiting] = await Promise.all([
    listed('overdue'),
    listed('dueThisWeek'),
    readOwn(waiting.$get({ param: params, query: { limit: MOST } }), url),
  ])
  return { overdue, dueThisWeek, awaiting, slug: params.slug, today: todayOf(platform) }
}
