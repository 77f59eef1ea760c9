import { redirect } from '@sveltejs/kit'
import { amountFrom, dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const after = url.searchParams.get('after')
  const status = url.searchParams.get('status') === 'open' ? ('open' as const) : undefined
  const query = { ...(after ? { after } : {}), ...(status ? { status } : {}) }
  const page = await read(api.payments.unmatched.$get({ query }))
  const { network, me } = await parent()
  return {
    page,
    isFirst: !after,
    amount: amountFrom(url.searchParams.get('amount') ?? ''),
    booked: amountFrom(url.searchParams.get('booked') ?? ''),
    today: dateOf(Date.now(), network.zone),
    mayMatch: me?.permissions.includes('payment.match') ?? false,
    key: crypto.randomUUID(),
    status: status ?? null,
    returned: url.searchParams.has('returned'),
    assigned: url.searchParams.get('assigned'),
  }
}

export const actions: Actions = {
  book: async ({ locals: { api }, request, url }) => {
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

  assign: async ({ locals: { api }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const json = { items: form.getAll('item').map(String), code: (typed.code ?? '').trim() }
    const response = await api.payments.unmatched.assignments.$post({ json }, intent(typed))
    if (!response.ok) return refused(response, { ...typed, of: 'assign' }, url)
    const { code } = await response.json()
    redirect(303, `${localizeHref('/office/payments/unmatched')}?assigned=${code}`)
  },

  return: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const { returnedOn = '', bank = '', account = '', reference = '', id = '' } = typed
    const asked = { param: { id }, json: { returnedOn, bank, account, reference } }
    const response = await api.payments.unmatched[':id'].return.$post(asked, intent(typed))
    if (!response.ok) return refused(response, { ...typed, of: id }, url)
    redirect(303, `${localizeHref('/office/payments/unmatched')}?returned`)
  },
}
