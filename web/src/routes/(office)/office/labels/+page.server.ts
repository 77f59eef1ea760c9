import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const list = await readOwn(api.labels.$get({ query: after ? { after } : {} }), url)
  return {
    labels: list.items,
    next: list.next,
    paged: after !== null,
    said: url.searchParams.has('said'),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { id: typed.productId ?? '', kind: typed.kind ?? '' }
    const route = api.products[':id'].labels[':kind'].verification
    const response = await route.$put({ param, json: { verified: true } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref('/office/labels?said=saved'))
  },
}
