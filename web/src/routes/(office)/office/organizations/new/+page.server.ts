import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** Asked only for whether she may: the form itself needs nothing. */
export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  await readOwn(api.organizations.$get({ query: { limit: '1' } }), url)
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      kind: typed.kind as 'lender',
      name: typed.name ?? '',
      lead: { name: typed.leadName ?? '', phone: typed.phone ?? '' },
    }
    const response = await api.organizations.$post({ json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref('/office/organizations?saved=opened'))
  },
}
