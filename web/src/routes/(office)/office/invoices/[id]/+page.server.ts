import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read, readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, platform, url }) => {
  const [invoice, waiting] = await Promise.all([
    readOwn(api.invoices[':id'].$get({ param: { id } }), url),
    read(api.payments.unmatched.$get({ query: { status: 'open' } })),
  ])
  const saved = url.searchParams.has('saved')
  // What came for this invoice first; then what nobody knows yet.
  const own = waiting.items.filter((one) => one.invoice?.id === id)
  const unknown = waiting.items.filter((one) => one.invoice === null && one.code === null)
  const items = [...own, ...unknown].map((one) => ({ ...one, isOwn: one.invoice !== null }))
  return { invoice, saved, items, today: todayOf(platform), key: crypto.randomUUID() }
}

export const actions: Actions = {
  payment: async ({ locals: { api }, params: { id }, request, url }) => {
    const typed = typedIn(await request.formData())
    const { receivedOn = '', reference = '' } = typed
    const otherAmount = typed.otherAmount === 'true'
    const json = { amount: rupiahIn(typed, 'amount'), receivedOn, reference, otherAmount }
    const response = await api.invoices[':id'].payment.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/office/invoices/${id}?saved`))
  },

  assign: async ({ locals: { api }, params: { id }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const json = { items: form.getAll('item').map(String) }
    const route = api.invoices[':id'].assignment
    const response = await route.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/office/invoices/${id}?saved`))
  },
}
