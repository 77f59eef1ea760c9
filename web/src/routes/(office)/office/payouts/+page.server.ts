import { redirect } from '@sveltejs/kit'
import { amountFrom, dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const [after, sent] = [url.searchParams.get('after'), url.searchParams.get('sent')]
  const [due, past] = await Promise.all([
    readOwn(api.payouts.due.$get({ query: { limit: '100' } }), url),
    readOwn(api.payouts.$get({ query: after ? { after } : {} }), url),
  ])
  const { network, me } = await parent()
  return {
    due: due.items.map((one) => ({ ...one, key: crypto.randomUUID() })),
    batchKey: crypto.randomUUID(),
    past,
    isFirst: after === null,
    today: dateOf(Date.now(), network.zone),
    mayRecord: me?.permissions.includes('payout.record') ?? false,
    recorded: sent
      ? { code: sent, amount: amountFrom(url.searchParams.get('amount') ?? '') ?? 0 }
      : null,
  }
}

export const actions: Actions = {
  record: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      enterpriseId: typed.enterpriseId ?? '',
      amount: rupiahIn(typed, 'amount'),
      reference: typed.reference ?? '',
      sentOn: typed.sentOn ?? '',
    }
    const response = await api.payouts.$post({ json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { code, amount } = await response.json()
    redirect(303, `${localizeHref('/office/payouts')}?sent=${code}&amount=${amount}`)
  },
  batch: async ({ locals: { api }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const enterpriseIds = form.getAll('of').filter((one) => typeof one === 'string')
    const least = typed.least ? { least: rupiahIn(typed, 'least') } : {}
    const json = { ...least, enterpriseIds }
    const response = await api['payout-batches'].$post({ json }, intent(typed))
    if (!response.ok) return refused(response, { ...typed, batch: 'yes' }, url)
    const { id } = await response.json()
    redirect(303, `${localizeHref(`/office/payouts/batches/${id}`)}?said=made`)
  },
}
