import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { buyerPhone } from '#lib/server/buyer-phone.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** Without a sign that the order is hers she is asked for her number on its own page. */
export const load: PageServerLoad = async ({ locals: { api }, params, cookies, url }) => {
  const order = params.code.toUpperCase()
  const asked = { param: { order }, query: buyerPhone(cookies) }
  const response = await api.orders[':order'].reviews.$get(asked)
  if (!response.ok) redirect(303, localizeHref(`/orders/${order}`))
  return { code: order, ...(await response.json()), saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const order = params.code.toUpperCase()
    const json = { line: Number(typed.line), stars: Number(typed.stars), text: typed.text ?? '' }
    const asked = { param: { order }, query: buyerPhone(cookies), json }
    const response = await api.orders[':order'].reviews.$post(asked)
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/orders/${order}/reviews`)}?saved`)
  },
}
