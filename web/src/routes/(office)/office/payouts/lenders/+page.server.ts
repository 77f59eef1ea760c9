import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const due = await readOwn(api['lender-transfers'].due.$get({ query }), url)
  const { network, me } = await parent()
  return {
    due: due.items.map((one) => ({ ...one, key: crypto.randomUUID() })),
    next: due.next,
    isFirst: after === null,
    today: dateOf(Date.now(), network.zone),
    mayRecord: me?.permissions.includes('payout.record') ?? false,
    sentTo: url.searchParams.get('sent'),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      lenderId: typed.lenderId ?? '',
      amount: rupiahIn(typed, 'amount'),
      reference: typed.reference ?? '',
      sentOn: typed.sentOn ?? '',
    }
    const response = await api['lender-transfers'].$post({ json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { lender } = await response.json()
    const sent = encodeURIComponent(lender.name)
    redirect(303, `${localizeHref('/office/payouts/lenders')}?sent=${sent}`)
  },
}
