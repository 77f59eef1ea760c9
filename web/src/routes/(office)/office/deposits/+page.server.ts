import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const after = url.searchParams.get('after')
  const deposits = api['partner-deposits']
  const page = await readOwn(deposits.$get({ query: after ? { after } : {} }), url)
  const { network, me } = await parent()
  return {
    deposits: page.items,
    next: page.next,
    isFirst: after === null,
    key: crypto.randomUUID(),
    today: dateOf(Date.now(), network.zone),
    mayRecord: me?.permissions.includes('payment.match') ?? false,
    isRecorded: url.searchParams.has('saved'),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      partner: (typed.partner ?? '').trim(),
      amount: rupiahIn(typed, 'amount'),
      receivedOn: typed.receivedOn ?? '',
      reference: typed.reference ?? '',
    }
    const response = await api['partner-deposits'].$post({ json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref('/office/deposits')}?saved`)
  },
}
