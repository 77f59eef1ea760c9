import { redirect } from '@sveltejs/kit'
import { deLocalizeHref, localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [{ person }, { items }] = await Promise.all([
    readOwn(api.me.$get(), url),
    readOwn(api.invitations.$get(), url),
  ])
  return { person, invitations: items, saved: url.searchParams.get('saved') }
}

export const actions: Actions = {
  /** The page goes on in the language that was chosen. */
  describe: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const locale = typed.locale === 'en' ? 'en' : 'id'
    const response = await api.me.$patch({ json: { name: typed.name ?? '', locale } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(deLocalizeHref('/account?saved=described'), { locale }))
  },
  accept: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.invitations[':id'].acceptance
    const response = await route.$post({ param: { id: typed.id ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref('/account?saved=joined'))
  },
  leave: async ({ locals: { api }, setHeaders }) => {
    const response = await api.sessions.current.$delete()
    const clear = response.headers.get('clear-site-data')
    if (clear) setHeaders({ 'clear-site-data': clear })
    redirect(303, localizeHref('/'))
  },
}
