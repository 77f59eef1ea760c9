import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const after = url.searchParams.get('after')
  const query = { limit: '100', ...(after ? { after } : {}) }
  const payout = await readOwn(api.payouts[':id'].$get({ param: params, query }), url)
  const { network, me } = await parent()
  return {
    payout,
    isFirst: after === null,
    today: dateOf(Date.now(), network.zone),
    mayRecord: me?.permissions.includes('payout.record') ?? false,
    keys: {
      sending: crypto.randomUUID(),
      settlement: crypto.randomUUID(),
      back: crypto.randomUUID(),
    },
    said: url.searchParams.has('said'),
  }
}

const done = (id: string) => redirect(303, `${localizeHref(`/office/payouts/${id}`)}?said`)

export const actions: Actions = {
  sending: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { reference: typed.reference ?? '', sentOn: typed.sentOn ?? '' }
    const response = await api.payouts[':id'].sending.$post({ param: params, json }, intent(typed))
    return response.ok ? done(params.id) : refused(response, typed, url)
  },
  settlement: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.payouts[':id'].settlement.$post({ param: params }, intent(typed))
    return response.ok ? done(params.id) : refused(response, typed, url)
  },
  back: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { reason: typed.reason ?? '', on: typed.on ?? '' }
    const response = await api.payouts[':id'].return.$post({ param: params, json }, intent(typed))
    return response.ok ? done(params.id) : refused(response, typed, url)
  },
}
