import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { roleHolds, type Permission } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.lenders[':slug'].groups[':group']
  const [dossier, { me }] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const holds = (permission: Permission) =>
    roles.some((role) => roleHolds(permission, 'lender', role))
  return {
    dossier,
    slug: params.slug,
    may: { ask: holds('meeting.record'), pay: holds('loan.disburse') },
    key: crypto.randomUUID(),
    saved: url.searchParams.has('saved'),
  }
}

export const actions: Actions = {
  ask: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { amount: rupiahIn(typed, 'amount'), reason: typed.reason ?? '' }
    const route = api.lenders[':slug'].groups[':group'].withdrawals
    const response = await route.$post({ param: params, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/groups/${params.group}?saved`))
  },

  pay: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = {
      param: { id: typed.withdrawal ?? '' },
      json: { outcome: (typed.outcome ?? '') as 'paid', answer: typed.answer ?? '' },
    }
    const response = await api['reserve-withdrawals'][':id'].decision.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/groups/${params.group}?saved`))
  },
}
