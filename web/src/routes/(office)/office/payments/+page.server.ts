import { redirect } from '@sveltejs/kit'
import { amountFrom, dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

const STATES = ['pending', 'settled', 'expired'] as const

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const at = url.searchParams
  const status = STATES.find((one) => one === at.get('status')) ?? 'pending'
  const total = amountFrom(at.get('total') ?? '')
  const after = at.get('after')
  const query = {
    status,
    ...(total === null ? {} : { total: String(total) }),
    ...(after ? { after } : {}),
  }
  const page = await read(api.payments.$get({ query }))
  const { network, me } = await parent()
  return {
    page,
    status,
    total,
    isFirst: !after,
    today: dateOf(Date.now(), network.zone),
    mayMatch: me?.permissions.includes('payment.match') ?? false,
    done: { matched: at.get('matched'), booked: amountFrom(at.get('booked') ?? '') },
    keys: Object.fromEntries(page.items.map(({ id }) => [id, crypto.randomUUID()])),
    key: crypto.randomUUID(),
  }
}

const received = (typed: Typed) => ({
  amount: rupiahIn(typed, 'amount'),
  receivedOn: typed.receivedOn ?? '',
  reference: typed.reference ?? '',
})

export const actions: Actions = {
  match: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { param: { id: typed.id ?? '' }, json: received(typed) }
    const response = await api.purchases[':id'].settlement.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { code } = await response.json()
    redirect(303, `${localizeHref('/office/payments')}?matched=${code}`)
  },

  book: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { ...received(typed), code: typed.code ?? '' }
    const response = await api.payments.unmatched.$post({ json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref('/office/payments')}?booked=${json.amount}`)
  },
}
