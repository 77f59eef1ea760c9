import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug, id }, url }) => {
  const route = api.orders[':order']
  const order = await readOwn(route.$get({ param: { order: id }, query: {} }), url)
  const saved = url.searchParams.has('saved')
  return { order, slug, saved, key: crypto.randomUUID() }
}

type Event = Parameters<Actions[string]>[0]
type Answer = { ok: boolean; json(): Promise<unknown>; status: number }
type Typed = Record<string, string>

/** Does what the form asks and comes back to the order, which shows what is next. */
function deed(post: (event: Event, param: { order: string }, typed: Typed) => Promise<Answer>) {
  return async (event: Event) => {
    const typed = typedIn(await event.request.formData())
    const { slug = '', id = '' } = event.params
    const response = await post(event, { order: id }, typed)
    if (!response.ok) return refused(response, typed, event.url)
    redirect(303, localizeHref(`/seller/${slug}/orders/${id}?saved`))
  }
}

export const actions: Actions = {
  confirmation: deed(({ locals: { api } }, param) =>
    api.orders[':order'].confirmation.$post({ param }),
  ),
  packing: deed(({ locals: { api } }, param) => api.orders[':order'].packing.$post({ param })),
  shipment: deed(({ locals: { api } }, param, typed) => {
    const trackingNumber = typed.trackingNumber?.trim() || null
    const json = { courier: typed.courier ?? '', trackingNumber }
    return api.orders[':order'].shipment.$post({ param, json })
  }),
  delivery: deed(({ locals: { api } }, param) => api.orders[':order'].delivery.$post({ param })),
  cancellation: deed(({ locals: { api } }, param, typed) => {
    const json = { reason: typed.reason ?? '' }
    return api.orders[':order'].cancellation.$post({ param, json }, intent(typed))
  }),
}
