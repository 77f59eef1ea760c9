import { fail, redirect } from '@sveltejs/kit'
import { problemOf, read } from '#lib/server/api.ts'
import { intent, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** Read and bought from without a script: the page weighs what it shows. */
export const csr = false

/** What was just put into the basket is said once, on the page that follows. */
const ADDED = 'added'

export const load: PageServerLoad = async ({ locals: { api }, params, cookies, url }) => {
  const few = { param: params, query: { limit: '3' } }
  const [product, beside, reviews, questions] = await Promise.all([
    read(api.products[':slug'].$get({ param: params })),
    read(api.products[':slug'].beside.$get({ param: params })),
    read(api.products[':slug'].reviews.$get(few)),
    read(api.products[':slug'].questions.$get(few)),
  ])
  const added = Number(cookies.get(ADDED) ?? 0)
  if (added > 0) cookies.delete(ADDED, { path: url.pathname })
  return {
    product,
    reviews,
    questions,
    beside: beside.shop,
    alike: beside.alike,
    added,
    asked: url.searchParams.get('variant'),
    now: Date.now(),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const line = { variantId: typed.variantId ?? '', quantity: Number(typed.quantity ?? 1) }
    const cart = api.carts[':token'].lines
    const response = await cart.$post({ param: { token: 'current' }, json: line }, intent(typed))
    if (!response.ok) return fail(response.status, { problem: await problemOf(response), typed })
    const { pieces } = await response.json()
    cookies.set(ADDED, String(pieces), { path: url.pathname, maxAge: 60, sameSite: 'lax' })
    const variant = typed.variantId ? `?variant=${encodeURIComponent(typed.variantId)}` : ''
    redirect(303, `${url.pathname}${variant}#beli`)
  },
}
