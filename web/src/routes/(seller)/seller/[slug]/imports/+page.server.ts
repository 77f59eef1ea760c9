import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [imports, { items: categories }] = await Promise.all([
    readOwn(api.enterprises[':slug'].imports.$get({ param: params }), url),
    readOwn(api.categories.$get({ query: {} }), url),
  ])
  return { imports: imports.items, categories, slug: params.slug }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const file = form.get('file')
    const body = file instanceof File ? file : new Blob([])
    const query = {
      name: file instanceof File ? file.name.slice(0, 120) : '',
      category: typed.category ?? '',
      weightGrams: typed.weightGrams ?? '',
    }
    const asked = { param: params, query }
    const response = await api.enterprises[':slug'].imports.$post(asked, { init: { body } })
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/seller/${params.slug}/imports/${id}`))
  },
}
