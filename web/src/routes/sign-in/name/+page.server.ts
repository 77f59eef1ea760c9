import { redirect } from '@sveltejs/kit'
import { ownPath } from '#lib/own-path.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, url }) => {
  const { me } = await parent()
  if (!me) redirect(303, localizeHref('/sign-in'))
  return { next: ownPath(url.searchParams.get('next'), '') }
}

export const actions: Actions = {
  default: async ({ locals: { api, locale }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.me.$patch({ json: { name: typed.name ?? '', locale } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, ownPath(typed.next, localizeHref('/account')))
  },
}
