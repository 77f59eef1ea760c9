import { error, fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { problemOf } from '#lib/server/api.ts'
import { buyerPhone, rememberBuyerPhone } from '#lib/server/buyer-phone.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** Without a sign that it is hers the page asks for the number; whether there is one is not said. */
export const load: PageServerLoad = async ({ locals: { api }, params, cookies, url }) => {
  const code = params.code.toUpperCase()
  const query = buyerPhone(cookies)
  const [response, paying] = await Promise.all([
    api.purchases[':code'].$get({ param: { code }, query }),
    api.purchases[':code'].payment.$get({ param: { code }, query }),
  ])
  const made = { code, key: crypto.randomUUID(), asked: url.searchParams.has('asked') }
  if (response.ok && paying.ok) {
    return { ...made, purchase: await response.json(), payment: await paying.json() }
  }
  const problem = await problemOf(response)
  if (problem.slug === 'not-found') return { ...made, purchase: null, payment: null }
  error(problem.status, problem.title, { problem, requestId: problem.instance })
}

export const actions: Actions = {
  open: async ({ locals: { api }, params, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const phone = typed.phone ?? ''
    const asked = { param: { code: params.code.toUpperCase() }, query: { phone } }
    const response = await api.purchases[':code'].$get(asked)
    if (!response.ok) return refused(response, typed, url)
    rememberBuyerPhone(cookies, phone)
    redirect(303, localizeHref(`/purchases/${asked.param.code}`))
  },

  proof: async ({ locals: { api }, params, request, cookies, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const picture = form.get('picture')
    if (!(picture instanceof File) || picture.size === 0) {
      return fail(400, { problem: null, typed, pictureMissing: true })
    }
    const { headers } = intent(typed)
    const response = await api.purchases[':code'].proof.$post(
      { param: { code: params.code.toUpperCase() }, query: buyerPhone(cookies) },
      {
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        init: { body: await picture.arrayBuffer() },
      },
    )
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/purchases/${params.code}`)}#proof`)
  },

  cancel: async ({ locals: { api }, params, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.purchases[':code'].cancellation.$post(
      { param: { code: params.code.toUpperCase() }, query: buyerPhone(cookies) },
      intent(typed),
    )
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/purchases/${params.code}`))
  },

  pay: async ({ locals: { api }, params, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.purchases[':code']['gateway-payment'].$post(
      { param: { code: params.code.toUpperCase() }, query: buyerPhone(cookies) },
      intent(typed),
    )
    if (!response.ok) return refused(response, typed, url)
    // A form may not lead off this site (form-action): the page has the link that does.
    redirect(303, localizeHref(`/purchases/${params.code}`))
  },

  check: async ({ locals: { api }, params, cookies, url }) => {
    const asked = { param: { code: params.code.toUpperCase() }, query: buyerPhone(cookies) }
    const response = await api.purchases[':code']['gateway-check'].$post(asked)
    if (!response.ok) return refused(response, {}, url)
    redirect(303, `${localizeHref(`/purchases/${params.code}`)}?asked`)
  },

  method: async ({ locals: { api }, params, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const method = typed.method as 'transfer'
    const response = await api.purchases[':code'].method.$post(
      {
        param: { code: params.code.toUpperCase() },
        query: buyerPhone(cookies),
        json: { method },
      },
      intent(typed),
    )
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/purchases/${params.code}`))
  },
}
