import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, numberIn, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { id, slug }, parent }) => {
  const [dossier, { me }] = await Promise.all([
    read(api['loan-applications'][':id'].dossier.$get({ param: { id } })),
    parent(),
  ])
  const roles = me?.organizations.find((one) => one.slug === slug)?.roles ?? []
  return { dossier, roles, slug, key: crypto.randomUUID() }
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
}
