import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import type { PageServerLoad } from './$types'

/** The day of the enterprise she works for; whoever works for none may found one. */
export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent()
  if (!me) redirect(303, `${localizeHref('/sign-in')}?next=%2Fseller`)
  const enterprise = belongingIn(me, 'enterprise')
  redirect(303, localizeHref(enterprise ? `/seller/${enterprise.slug}` : '/organizations/new'))
}
