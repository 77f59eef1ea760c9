import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { refused } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, parent }) => {
  const product = api['loan-products'][':id']
  const param = { id: params.id }
  const [told, { items: versions }, quote, { me }] = await Promise.all([
    read(product.$get({ param })),
    read(product.versions.$get({ param })),
    read(product.quote.$get({ param, query: {} })),
    parent(),
  ])
  const roles = me?.organizations.find((one) => one.slug === params.slug)?.roles ?? []
  return { product: told, versions, quote, owner: roles.includes('owner'), slug: params.slug }
}

export const actions: Actions = {
  retire: async ({ locals: { api }, params, url }) => {
    const route = api['loan-products'][':id'].retirement
    const response = await route.$put({ param: { id: params.id } })
    if (!response.ok) return refused(response, {}, url)
    redirect(303, localizeHref(`/lender/${params.slug}/products/${params.id}`))
  },
}
