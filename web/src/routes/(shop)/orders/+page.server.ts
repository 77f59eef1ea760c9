import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import type { ApiClient } from '#lib/server/api.ts'
import { rememberBuyerPhone } from '#lib/server/buyer-phone.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** A link may bring the code along. */
export const load: PageServerLoad = ({ url }) => ({ code: url.searchParams.get('code') ?? '' })

/** An order's code is its purchase's with a number behind it; either is found. */
function find(api: ApiClient, code: string, phone: string) {
  const query = { phone }
  return code.includes('-')
    ? api.orders[':order'].$get({ param: { order: code }, query })
    : api.purchases[':code'].$get({ param: { code }, query })
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const code = (typed.code ?? '').trim().toUpperCase()
    const phone = typed.phone ?? ''
    if (!/^[A-Z0-9]{4,12}(-\d{1,3})?$/.test(code)) return fail(400, { problem: null, typed })

    const response = await find(api, code, phone)
    if (!response.ok) return refused(response, typed, url)
    rememberBuyerPhone(cookies, phone)
    redirect(303, localizeHref(`/${code.includes('-') ? 'orders' : 'purchases'}/${code}`))
  },
}
