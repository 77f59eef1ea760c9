import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { problemOf } from '#lib/server/api.ts'
import { buyerPhone, rememberBuyerPhone } from '#lib/server/buyer-phone.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { actionsOf, addingPictures, BUYERS, EITHERS } from '#lib/server/order-deeds.ts'
import type { Actions, PageServerLoad } from './$types'

/** Without a sign that it is hers the page asks for the number; whether there is one is not said. */
export const load: PageServerLoad = async ({ locals: { api }, params, cookies, url }) => {
  const code = params.code.toUpperCase()
  const query = buyerPhone(cookies)
  const response = await api.orders[':order'].$get({ param: { order: code }, query })
  const made = { code, key: crypto.randomUUID(), photosRefused: url.searchParams.has('photos') }
  if (response.ok) return { ...made, order: await response.json() }
  const problem = await problemOf(response)
  if (problem.slug === 'not-found') return { ...made, order: null }
  error(problem.status, problem.title, { problem, requestId: problem.instance })
}

const page = {
  whose: ({ params, cookies }: RequestEvent) => ({
    order: (params.code ?? '').toUpperCase(),
    query: buyerPhone(cookies),
  }),
  back: ({ params }: RequestEvent, how: string) =>
    `${localizeHref(`/orders/${params.code ?? ''}`)}${how === 'photos' ? '?photos' : ''}`,
}

export const actions: Actions = {
  open: async ({ locals: { api }, params, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const phone = typed.phone ?? ''
    const order = params.code.toUpperCase()
    const response = await api.orders[':order'].$get({ param: { order }, query: { phone } })
    if (!response.ok) return refused(response, typed, url)
    rememberBuyerPhone(cookies, phone)
    redirect(303, localizeHref(`/orders/${order}`))
  },

  ...actionsOf({ ...BUYERS, ...EITHERS }, page),
  'return-evidence': addingPictures('returns', page),
  'complaint-evidence': addingPictures('complaints', page),
}
