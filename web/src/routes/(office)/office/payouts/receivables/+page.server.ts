import { redirect } from '@sveltejs/kit'
import { amountFrom, dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const [after, paid] = [url.searchParams.get('after'), url.searchParams.get('paid')]
  const owed = await readOwn(api.receivables.$get({ query: after ? { after } : {} }), url)
  const { network, me } = await parent()
  return {
    owed: owed.items.map((one) => ({ ...one, key: crypto.randomUUID() })),
    next: owed.next,
    isFirst: after === null,
    today: dateOf(Date.now(), network.zone),
    mayRecord: me?.permissions.includes('payout.record') ?? false,
    recorded: paid ? amountFrom(paid) : null,
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      amount: rupiahIn(typed, 'amount'),
      reference: typed.reference ?? '',
      receivedOn: typed.receivedOn ?? '',
    }
    const param = { enterprise: typed.enterprise ?? '' }
    const route = api.receivables[':enterprise'].payments
    const response = await route.$post({ param, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { amount } = await response.json()
    redirect(303, `${localizeHref('/office/payouts/receivables')}?paid=${amount}`)
  },
}
