import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import type { PageServerLoad } from './$types'

/** Where one looks for one's loans among what is one's own. */
export const load: PageServerLoad = () => redirect(308, localizeHref('/loans'))
