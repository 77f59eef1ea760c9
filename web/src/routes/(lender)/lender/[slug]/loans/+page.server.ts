import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

const LISTS = ['all', 'active', 'overdue', 'dueThisWeek'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const which = LISTS.find((one) => one === url.searchParams.get('which')) ?? 'all'
  const after = url.searchParams.get('after')
  const query = { which, ...(after ? { after } : {}) }
  const route = api.lenders[':slug'].loans
  const page = await readOwn(route.$get({ param: params, query }), url)
  return { page, which, slug: params.slug, isFirst: after === null }
}
