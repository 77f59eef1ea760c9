import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const { rest } = await readOwn(api.enterprises[':slug'].rest.$get({ param: params }), url)
  return { rest, slug: params.slug, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  set: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const to = typed.to ? typed.to : null
    const json = { from: typed.from ?? '', to, note: typed.note ?? '' }
    const response = await api.enterprises[':slug'].rest.$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${params.slug}/rest`)}?saved`)
  },
  end: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.enterprises[':slug'].rest.$delete({ param: params })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${params.slug}/rest`)}?saved`)
  },
}
