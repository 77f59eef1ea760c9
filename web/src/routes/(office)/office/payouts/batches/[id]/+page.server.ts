import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const batch = await readOwn(api['payout-batches'][':id'].$get({ param: params }), url)
  const { network, me } = await parent()
  return {
    batch,
    key: crypto.randomUUID(),
    today: dateOf(Date.now(), network.zone),
    mayRecord: me?.permissions.includes('payout.record') ?? false,
    said: url.searchParams.get('said'),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { reference: typed.reference ?? '', sentOn: typed.sentOn ?? '' }
    const route = api['payout-batches'][':id'].sending
    const response = await route.$post({ param: params, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/office/payouts/batches/${params.id}`)}?said=sent`)
  },
}
