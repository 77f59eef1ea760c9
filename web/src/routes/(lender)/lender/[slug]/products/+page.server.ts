import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { numberIn, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, parent }) => {
  const desk = api.lenders[':slug']
  const [{ items: products }, { items: caps }, { me }] = await Promise.all([
    read(desk['loan-products'].$get({ param: params })),
    read(desk['rate-caps'].$get({ param: params })),
    parent(),
  ])
  const roles = me?.organizations.find((one) => one.slug === params.slug)?.roles ?? []
  return { products, caps, owner: roles.includes('owner'), slug: params.slug }
}

export const actions: Actions = {
  cap: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      since: typed.since ?? '',
      [typed.measure === 'nominal' ? 'nominal' : 'effective']: numberIn(typed, 'annualRate'),
      source: typed.source ?? '',
    }
    const response = await api.lenders[':slug']['rate-caps'].$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/products`))
  },
  retire: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api['loan-products'][':id'].retirement
    const response = await route.$put({ param: { id: typed.id ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/products`))
  },
}
