import { belongingIn } from '#lib/rooms.ts'
import { findBook } from '#lib/server/books.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const [book, { me }] = await Promise.all([findBook({ api, book: params.slug, url }), parent()])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  return {
    ...book,
    base: `/lender/${params.slug}/books`,
    mayPropose: roles.some((role) => roleHolds('entry.propose', 'lender', role)),
    saved: url.searchParams.has('saved'),
  }
}
