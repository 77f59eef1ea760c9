import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params: { id }, platform, url }) => {
  const invoice = await readOwn(locals.api.invoices[':id'].$get({ param: { id } }), url)
  const saved = url.searchParams.has('saved')
  return { invoice, saved, today: todayOf(platform), key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params: { id }, request, url }) => {
    const typed = typedIn(await request.formData())
    const { receivedOn = '', reference = '' } = typed
    const json = { amount: rupiahIn(typed, 'amount'), receivedOn, reference }
    const response = await api.invoices[':id'].payment.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/office/invoices/${id}?saved`))
  },
}
