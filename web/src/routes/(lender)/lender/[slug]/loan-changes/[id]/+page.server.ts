import { error, redirect } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds, type Permission } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const [view, { me }] = await Promise.all([
    readOwn(api['loan-changes'][':id'].$get({ param: { id: params.id } }), url),
    parent(),
  ])
  if (view.loan.lender.slug !== params.slug) error(404)
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const holds = (one: Permission) => roles.some((role) => roleHolds(one, 'lender', role))
  return {
    view,
    slug: params.slug,
    isHers: view.isMine,
    may: { decide: holds('loan-change.decide'), withdraw: holds('loan-change.propose') },
    said: { sent: url.searchParams.has('sent'), applied: url.searchParams.has('applied') },
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  approve: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { loanVersion: Number(typed.loanVersion) }
    const route = api['loan-changes'][':id'].approval
    const response = await route.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/loan-changes/${id}?applied`))
  },

  refuse: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { reasons: typed.reasons ?? '' }
    const response = await api['loan-changes'][':id'].refusal.$post({ param: { id }, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/loan-changes`))
  },

  withdraw: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api['loan-changes'][':id'].withdrawal.$post({ param: { id } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/loan-changes`))
  },
}
