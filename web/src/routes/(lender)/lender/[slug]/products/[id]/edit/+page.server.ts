import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { askedIn, typedOf } from '#lib/loan-products/asked.ts'
import { read } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { exampleAsked, groundOf } from '#lib/server/loan-products.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { id, slug } = event.params
  const [product, ground] = await Promise.all([
    read(event.locals.api['loan-products'][':id'].$get({ param: { id } })),
    groundOf(event, slug),
  ])
  return { slug, id, name: product.name, typed: typedOf(product), ground }
}

export const actions: Actions = {
  example: exampleAsked,
  save: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api['loan-products'][':id']
    const response = await route.$patch({ param: { id }, json: askedIn(typed) })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/products/${id}`))
  },
}
