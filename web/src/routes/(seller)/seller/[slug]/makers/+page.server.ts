import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const list = await readOwn(api.enterprises[':slug'].makers.$get({ param: params, query }), url)
  return {
    makers: list.items,
    next: list.next,
    paged: after !== null,
    said: url.searchParams.has('said'),
    key: crypto.randomUUID(),
  }
}

const done = (slug: string) => redirect(303, localizeHref(`/seller/${slug}/makers?said=saved`))

export const actions: Actions = {
  add: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { name: typed.name ?? '', about: typed.about ?? '' }
    const route = api.enterprises[':slug'].makers
    const response = await route.$post({ param: params, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    done(params.slug)
  },
  change: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      name: typed.name ?? '',
      about: typed.about ?? '',
      ...(typed.archived ? { archived: typed.archived === 'true' } : {}),
    }
    const response = await api.makers[':id'].$patch({ param: { id: typed.id ?? '' }, json })
    if (!response.ok) return refused(response, typed, url)
    done(params.slug)
  },
}
