import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const after = url.searchParams.get('after')
  const route = api.lenders[':slug'].funds
  const [funds, { me }] = await Promise.all([
    readOwn(route.$get({ param: { slug: params.slug }, query: after ? { after } : {} }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  return {
    funds,
    isFirst: after === null,
    base: `/lender/${params.slug}/funds`,
    mayManage: roles.some((role) => roleHolds('fund.manage', 'lender', role)),
  }
}
