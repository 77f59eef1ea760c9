import { redirect } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const route = api.lenders[':slug']['region-pauses'][':id']
  const [view, { me }] = await Promise.all([
    readOwn(route.$get({ param: params, query }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const mayDecide = roles.some((role) => roleHolds('loan-change.decide', 'lender', role))
  return { view, slug: params.slug, mayDecide, isFirst: after === null, key: crypto.randomUUID() }
}

export const actions: Actions = {
  approve: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.lenders[':slug']['region-pauses'][':id'].approval
    const response = await route.$post({ param: params }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/region-pauses/${params.id}`))
  },

  refuse: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { reasons: typed.reasons ?? '' }
    const route = api.lenders[':slug']['region-pauses'][':id'].refusal
    const response = await route.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/region-pauses`))
  },

  withdraw: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.lenders[':slug']['region-pauses'][':id'].withdrawal
    const response = await route.$post({ param: params })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/region-pauses`))
  },
}
