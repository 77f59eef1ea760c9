import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { productsIn } from '#lib/bulk-table.ts'
import { fail, redirect } from '@sveltejs/kit'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const list = await readOwn(api.enterprises[':slug'].products.$get({ param: params, query }), url)
  const saved = url.searchParams.get('saved')
  return { products: list.items, next: list.next, paged: after !== null, slug: params.slug, saved }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const products = productsIn(typed, form.getAll('chosen').map(String))
    const json = { products }
    const response = await api.enterprises[':slug'].products.$patch({ param: params, json })
    if (!response.ok) {
      const ids = products.map((one) => one.id)
      const refusal = await refused(response, typed, url)
      return fail(refusal.status, { ...refusal.data, ids })
    }
    const { changed } = await response.json()
    const at = url.searchParams.get('after')
    const page = localizeHref(`/seller/${params.slug}/products/table`)
    redirect(303, `${page}?saved=${changed}${at ? `&after=${at}` : ''}`)
  },
}
