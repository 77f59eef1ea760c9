import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

const SHOWN = ['differs', 'faulty', 'ready', 'accepted', 'known', 'imported', 'held'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const wanted = SHOWN.find((one) => one === url.searchParams.get('outcome'))
  const after = url.searchParams.get('after')
  const query = { ...(wanted ? { outcome: wanted } : {}), ...(after ? { after } : {}) }
  const route = api.lenders[':slug']['loan-imports'][':id']
  const [one, items] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    readOwn(route.items.$get({ param: params, query }), url),
  ])
  return { one, items, wanted: wanted ?? null, key: crypto.randomUUID(), slug: params.slug }
}

export const actions: Actions = {
  accept: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const chosen = form.getAll('item').map(Number)
    const json = { items: typed.all === 'yes' ? ('all' as const) : chosen }
    const route = api.lenders[':slug']['loan-imports'][':id'].acceptances
    const response = await route.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/imports/${params.id}`))
  },
  bring: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.lenders[':slug']['loan-imports'][':id'].application
    const response = await route.$post({ param: params }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/imports/${params.id}`))
  },
}
