import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const lender = api.lenders[':slug']
  const after = url.searchParams.get('after')
  const [imports, products, funds] = await Promise.all([
    readOwn(
      lender['loan-imports'].$get({
        param: params,
        query: { limit: '10', ...(after && { after }) },
      }),
      url,
    ),
    readOwn(lender['loan-products'].$get({ param: params }), url),
    readOwn(lender.funds.$get({ param: params, query: { limit: '100' } }), url),
  ])
  return {
    imports,
    isFirst: after === null,
    products: products.items.map(({ id, name }) => ({ value: id, label: name })),
    funds: funds.items
      .filter((one) => one.status === 'open')
      .map(({ id, name }) => ({ value: id, label: name })),
    today: todayOf(platform),
    slug: params.slug,
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const file = form.get('file')
    const body = file instanceof File ? file : new Blob([])
    const query = {
      name: file instanceof File ? file.name.slice(0, 120) : '',
      asOf: typed.asOf ?? '',
      productId: typed.productId ?? '',
      fundId: typed.fundId ?? '',
    }
    const asked = { param: params, query }
    const imports = api.lenders[':slug']['loan-imports']
    const response = await imports.$post(asked, { init: { body } })
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/imports/${id}`))
  },
}
