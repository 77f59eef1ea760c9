import { readOwn } from '#lib/server/api.ts'
import { numberIn, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const [list, enterprise] = await Promise.all([
    readOwn(api.enterprises[':slug'].products.$get({ param: params, query }), url),
    readOwn(api.enterprises[':slug'].$get({ param: params }), url),
  ])
  return { products: list.items, next: list.next, paged: after !== null, enterprise }
}

export const actions: Actions = {
  stock: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { set: numberIn(typed, 'stock'), seen: Number(typed.seen), reason: '' }
    const param = { id: typed.variantId ?? '' }
    const response = await api.variants[':id'].stock.$patch({ param, json })
    if (!response.ok) return refused(response, typed, url)
    return { saved: typed.variantId }
  },
  status: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const status = typed.status === 'listed' ? ('listed' as const) : ('hidden' as const)
    const param = { id: typed.productId ?? '' }
    const response = await api.products[':id'].status.$put({ param, json: { status } })
    if (!response.ok) return refused(response, typed, url)
    return { saved: typed.productId }
  },
}
