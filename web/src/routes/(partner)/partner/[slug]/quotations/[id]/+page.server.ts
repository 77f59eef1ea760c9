import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { quotationActions } from '#lib/server/procurement.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug, id }, url }) => {
  const route = api.quotations[':id']
  const quotation = await readOwn(route.$get({ param: { id }, query: { side: 'company' } }), url)
  const saved = url.searchParams.has('saved')
  return { quotation, slug, saved, key: crypto.randomUUID() }
}

const { revision, refusal } = quotationActions

export const actions: Actions = {
  revision,
  refusal,
  acceptance: async ({ locals: { api }, params: { slug, id }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { revision: Number(typed.revision) }
    const route = api.quotations[':id'].acceptance
    const response = await route.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const order = await response.json()
    redirect(303, localizeHref(`/partner/${slug}/purchase-orders/${order.id}?saved`))
  },
}
