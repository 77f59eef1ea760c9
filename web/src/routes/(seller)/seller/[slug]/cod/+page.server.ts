import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => ({
  terms: await read(api.enterprises[':slug']['cod-terms'].$get({ param: { slug } })),
  saved: url.searchParams.has('saved'),
})

export const actions: Actions = {
  default: async ({ locals: { api }, params: { slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const areas = (typed.areas ?? '').split(/[\s,;]+/).filter(Boolean)
    const json = { offered: typed.offered === 'on', most: rupiahIn(typed, 'most'), areas }
    const asked = { param: { slug }, json }
    const response = await api.enterprises[':slug']['cod-terms'].$put(asked)
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${slug}/cod`)}?saved`)
  },
}
