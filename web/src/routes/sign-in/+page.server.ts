import { redirect } from '@sveltejs/kit'
import { ownPath } from '#lib/own-path.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { refused, typedIn } from '#lib/server/forms.ts'
import { keepSigningIn } from '#lib/server/signing-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, url }) => {
  const { me } = await parent()
  const next = ownPath(url.searchParams.get('next'), '')
  if (me) redirect(303, next || localizeHref('/account'))
  return { next }
}

export const actions: Actions = {
  default: async ({ locals: { api, locale }, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api['sign-in-codes'].$post({ json: { to: typed.to ?? '', locale } })
    if (!response.ok) return refused(response, typed, url)
    keepSigningIn(cookies, { ...(await response.json()), next: ownPath(typed.next, '') })
    redirect(303, localizeHref('/sign-in/code'))
  },
}
