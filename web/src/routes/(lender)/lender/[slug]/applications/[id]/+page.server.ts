import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { disburse } from '#lib/server/disbursing.ts'
import { intent, numberIn, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, parent, platform, url }) => {
  const { id, slug } = params
  const route = api['loan-applications'][':id'].dossier
  const [dossier, { me }] = await Promise.all([
    readOwn(route.$get({ param: { id } }), url),
    parent(),
  ])
  const roles = me?.organizations.find((one) => one.slug === slug)?.roles ?? []
  return { dossier, roles, slug, today: todayOf(platform), key: crypto.randomUUID() }
}

export const actions: Actions = {
  recommend: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      amount: rupiahIn(typed, 'amount'),
      instalments: numberIn(typed, 'instalments'),
      note: typed.note ?? '',
    }
    const route = api['loan-applications'][':id'].recommendation
    const response = await route.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/applications/${id}`))
  },
  decide: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const reasons = typed.reasons ?? ''
    const json =
      typed.outcome === 'rejected'
        ? { outcome: 'rejected' as const, reasons }
        : {
            outcome: 'approved' as const,
            amount: rupiahIn(typed, 'amount'),
            instalments: numberIn(typed, 'instalments'),
            reasons,
          }
    const route = api['loan-applications'][':id'].decision
    const response = await route.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/applications/${id}`))
  },
  disburse: async (event) => {
    const outcome = await disburse(event)
    if ('refused' in outcome) return outcome.refused
    redirect(303, localizeHref(`/lender/${event.params.slug}/loans/${outcome.loanId}?saved`))
  },
}
