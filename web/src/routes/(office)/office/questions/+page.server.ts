import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const which = url.searchParams.get('which') === 'hidden' ? ('hidden' as const) : ('all' as const)
  const query = { which, ...(after ? { after } : {}) }
  const list = await readOwn(api.questions.$get({ query }), url)
  return { items: list.items, next: list.next, which, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { hidden: typed.hidden === 'yes', reason: typed.reason ?? '' }
    const asked = { param: { id: typed.id ?? '' }, json }
    const response = await api.questions[':id'].visibility.$put(asked)
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref('/office/questions')}?saved`)
  },
}
