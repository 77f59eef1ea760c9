import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import type { PageServerLoad } from './$types'

/** The desk of the lender she works for; whoever works for none sees what lenders offer. */
export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent()
  const lender = belongingIn(me, 'lender')
  redirect(303, localizeHref(lender ? `/lender/${lender.slug}` : '/loan-products'))
}
