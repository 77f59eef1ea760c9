import { error } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, parent }) => {
  const { me } = await parent()
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  if (!roles.some((role) => roleHolds('loan-export.read', 'lender', role))) error(404)
  return { slug: params.slug }
}
