import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.lenders[':slug']['health-worksheet']
  const members = url.searchParams.get('members') === 'all' ? ({ members: 'all' } as const) : {}
  const [sheet, { me }] = await Promise.all([
    readOwn(route.$get({ param: { slug: params.slug }, query: members }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const readsBook = roles.some((role) => roleHolds('book.read', 'lender', role))
  return { sheet, readsBook, base: `/lender/${params.slug}` }
}
