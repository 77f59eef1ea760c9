import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const after = url.searchParams.get('after')
  const status = url.searchParams.get('status') === 'all' ? 'all' : 'proposed'
  const route = api.lenders[':slug']['book-proposals']
  const query = { status, ...(after ? { after } : {}) } as const
  const [proposals, { me }] = await Promise.all([
    readOwn(route.$get({ param: { slug: params.slug }, query }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  return {
    proposals,
    status,
    isFirst: after === null,
    base: `/lender/${params.slug}/book-proposals`,
    mayPropose: roles.some((role) => roleHolds('entry.propose', 'lender', role)),
  }
}
