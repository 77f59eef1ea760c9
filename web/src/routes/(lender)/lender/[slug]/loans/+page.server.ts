import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { PageServerLoad } from './$types'

const LISTS = ['all', 'active', 'overdue', 'dueThisWeek'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const which = LISTS.find((one) => one === url.searchParams.get('which')) ?? 'all'
  const after = url.searchParams.get('after')
  const query = { which, ...(after ? { after } : {}) }
  const route = api.lenders[':slug'].loans
  const [page, { me }] = await Promise.all([
    readOwn(route.$get({ param: params, query }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const mayMoveIn = roles.some((role) => roleHolds('loan-import.read', 'lender', role))
  return { page, which, slug: params.slug, isFirst: after === null, mayMoveIn }
}
