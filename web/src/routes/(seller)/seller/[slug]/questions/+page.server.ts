import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const which = url.searchParams.get('which') === 'all' ? ('all' as const) : ('open' as const)
  const after = url.searchParams.get('after')
  const query = { which, ...(after ? { after } : {}) }
  const list = await readOwn(api.enterprises[':slug'].questions.$get({ param: params, query }), url)
  const saved = url.searchParams.has('saved')
  return { items: list.items, next: list.next, which, slug: params.slug, saved }
}

export const actions: Actions = {
  answer: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { param: { id: typed.id ?? '' }, json: { text: typed.text ?? '' } }
    const response = await api.questions[':id'].answer.$post(asked)
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${params.slug}/questions`)}?saved`)
  },
  hide: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { hidden: true, reason: typed.reason ?? '' }
    const asked = { param: { id: typed.id ?? '' }, json }
    const response = await api.questions[':id'].visibility.$put(asked)
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${params.slug}/questions`)}?saved`)
  },
}
