import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.lenders[':slug'].portfolio
  const [portfolio, { me }] = await Promise.all([
    readOwn(route.$get({ param: { slug: params.slug } }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const mayProvide = roles.some((role) => roleHolds('period.close', 'lender', role))
  const mayExport = roles.some((role) => roleHolds('loan-export.read', 'lender', role))
  return { portfolio, mayProvide, mayExport, base: `/lender/${params.slug}` }
}
