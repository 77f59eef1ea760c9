import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, numberIn, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { CONSENT_TEXTS } from '#worker/identity/consents/texts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, locale }, url, parent }) => {
  const [{ items }, { me }] = await Promise.all([
    read(api['loan-products'].$get({ query: { limit: '100' } })),
    parent(),
  ])
  if (!me) {
    const next = encodeURIComponent(url.pathname + url.search)
    redirect(303, `${localizeHref('/sign-in')}?next=${next}`)
  }
  const groups = me.organizations.filter(
    (one) =>
      one.kind === 'enterprise' && one.roles.some((role) => ['chair', 'treasurer'].includes(role)),
  )
  return {
    products: items,
    chosen: url.searchParams.get('product') ?? items[0]?.id ?? '',
    groups: groups.map(({ id, name }) => ({ id, name })),
    consent: CONSENT_TEXTS['sales-history'][locale],
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api['loan-applications'].$post(
      {
        json: {
          productId: typed.productId ?? '',
          groupId: typed.groupId || null,
          purpose: typed.purpose ?? '',
          amount: rupiahIn(typed, 'amount'),
          instalments: numberIn(typed, 'instalments'),
          monthlyIncome: rupiahIn(typed, 'monthlyIncome'),
          monthlyCosts: rupiahIn(typed, 'monthlyCosts'),
          shareSalesOf:
            typed.consent === 'yes' ? typed.shareSalesOf || typed.groupId || null : null,
        },
      },
      intent(typed),
    )
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/loan-applications/${id}`))
  },
}
