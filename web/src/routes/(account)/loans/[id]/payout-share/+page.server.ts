import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, numberIn, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { CONSENT_TEXTS } from '#worker/identity/consents/texts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url, parent }) => {
  const [{ loan }, { share }] = await Promise.all([
    readOwn(api.loans[':id'].$get({ param: { id } }), url),
    readOwn(api.loans[':id']['payout-share'].$get({ param: { id } }), url),
  ])
  const { me } = await parent()
  return {
    loan,
    share,
    shops: (me?.organizations ?? []).filter((one) => one.kind === 'enterprise'),
    consent: CONSENT_TEXTS['payout-share'],
    key: crypto.randomUUID(),
    said: url.searchParams.get('said'),
  }
}

const pageOf = (id: string, said: string) =>
  `${localizeHref(`/loans/${id}/payout-share`)}?said=${said}`

export const actions: Actions = {
  agree: async ({ locals: { api }, params: { id }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      enterpriseId: typed.enterpriseId ?? '',
      percent: numberIn(typed, 'percent'),
      floor: rupiahIn(typed, 'floor'),
      ahead: typed.ahead === 'yes',
    }
    const route = api.loans[':id']['payout-share']
    const response = await route.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, pageOf(id, 'agreed'))
  },
  end: async ({ locals: { api }, params: { id }, url }) => {
    const response = await api.loans[':id']['payout-share'].$delete({ param: { id } })
    if (!response.ok) return refused(response, {}, url)
    redirect(303, pageOf(id, 'ended'))
  },
}
