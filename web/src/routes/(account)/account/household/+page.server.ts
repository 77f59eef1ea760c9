import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Relation } from '#worker/lending/reviewing/ties/tie'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const { items } = await readOwn(api.me.ties.$get(), url)
  return { ties: items, isSaved: url.searchParams.has('saved') }
}

const done = () => redirect(303, `${localizeHref('/account/household')}?saved`)

export const actions: Actions = {
  tie: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { phone: typed.phone ?? '', relation: (typed.relation ?? '') as Relation }
    const response = await api.me.ties.$post({ json })
    return response.ok ? done() : refused(response, typed, url)
  },

  endTie: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.me.ties[':id'].$delete({ param: { id: typed.id ?? '' } })
    return response.ok ? done() : refused(response, typed, url)
  },
}
