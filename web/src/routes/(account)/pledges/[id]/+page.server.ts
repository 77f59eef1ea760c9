import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { CONSENT_TEXTS } from '#worker/identity/consents/texts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, locale }, params, url }) => {
  const pledge = await readOwn(api.pledges[':id'].$get({ param: params }), url)
  const purpose = pledge.kind === 'share' ? 'group-sharing' : 'guarantee'
  return { pledge, consent: CONSENT_TEXTS[purpose][locale], key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const answer = typed.answer === 'confirmed' ? ('confirmed' as const) : ('declined' as const)
    const route = api.pledges[':id'].answer
    const response = await route.$post({ param: params, json: { answer } }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/pledges/${params.id}`))
  },
}
