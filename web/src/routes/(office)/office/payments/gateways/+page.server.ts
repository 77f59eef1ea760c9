import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const after = url.searchParams.get('after')
  const [page, losses] = await Promise.all([
    read(api['gateway-payments'].$get({ query: after ? { after } : {} })),
    read(api['payment-losses'].$get({ query: {} })),
  ])
  const { network, me } = await parent()
  return {
    page,
    losses: losses.items,
    isFirst: !after,
    today: dateOf(Date.now(), network.zone),
    mayMatch: me?.permissions.includes('payment.match') ?? false,
    outcome: url.searchParams.get('outcome'),
    recorded: url.searchParams.has('recorded'),
    key: crypto.randomUUID(),
  }
}

const here = () => localizeHref('/office/payments/gateways')

export const actions: Actions = {
  check: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { param: { id: typed.id ?? '' } }
    const response = await api['gateway-payments'][':id'].check.$post(asked)
    if (!response.ok) return refused(response, typed, url)
    const { outcome } = await response.json()
    redirect(303, `${here()}?outcome=${outcome}`)
  },

  transfer: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      provider: (typed.provider ?? '') as 'midtrans',
      net: rupiahIn(typed, 'net'),
      fee: rupiahIn(typed, 'fee'),
      receivedOn: typed.receivedOn ?? '',
      reference: typed.reference ?? '',
    }
    const response = await api['gateway-transfers'].$post({ json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${here()}?recorded`)
  },

  close: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { param: { id: typed.id ?? '' }, json: { note: typed.note ?? '' } }
    const response = await api['payment-losses'][':id'].closing.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, here())
  },
}
