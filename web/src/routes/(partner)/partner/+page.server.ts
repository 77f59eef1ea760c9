import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import type { PageServerLoad } from './$types'

/** The room of the company she works for; whoever works for none sees what is for sale. */
export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent()
  const company = belongingIn(me, 'partner')
  redirect(303, localizeHref(company ? `/partner/${company.slug}` : '/products'))
}
