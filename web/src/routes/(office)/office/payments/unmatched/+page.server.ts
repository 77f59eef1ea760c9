import { redirect } from '@sveltejs/kit'
import { amountFrom, dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const after = url.searchParams.get('after')
  const page = await read(api.payments.unmatched.$get({ query: after ? { after } : {} }))
  const { network, me } = await parent()
  return {
    page,
    isFirst: !after,
    amount: amountFrom(url.searchParams.get('amount') ?? ''),
    booked: amountFrom(url.searchParams.get('booked') ?? ''),
    today: dateOf(Date.now(), network.zone),
    mayMatch: me?.permissions.includes('payment.match') ?? false,
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      amount: rupiahIn(typed, 'amount'),
      receivedOn: typed.receivedOn ?? '',
      reference: typed.reference ?? '',
      code: (typed.code ?? '').trim(),
    }
    const response = await api.payments.unmatched.$post({ json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref('/office/payments/unmatched')}?booked=${json.amount}`)
  },
}
