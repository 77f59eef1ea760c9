import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { groupLoan, payBack } from '#lib/server/group-loan.ts'
import { roleHolds, type Permission } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const [page, { me }] = await Promise.all([groupLoan(api, params.loan, url), parent()])
  const { lender, group } = page.group.loan
  if (lender.slug !== params.slug || group?.slug !== params.group) error(404)
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const holds = (permission: Permission) =>
    roles.some((role) => roleHolds(permission, 'lender', role))
  return {
    ...page,
    slug: params.slug,
    may: {
      record: holds('meeting.record'),
      propose: holds('loan-share.propose'),
      decide: holds('loan-share.decide'),
    },
  }
}

export const actions: Actions = {
  payBack,

  decide: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = {
      param: { id: params.loan },
      json: { outcome: (typed.outcome ?? '') as 'approved' },
    }
    const response = await api.loans[':id'].shares.decision.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(
      303,
      localizeHref(`/lender/${params.slug}/groups/${params.group}/${params.loan}?saved`),
    )
  },

  divide: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const parts = Object.keys(typed)
      .filter((name) => name.startsWith('part-') && typed[name]?.trim())
      .map((name) => ({ shareId: name.slice('part-'.length), amount: rupiahIn(typed, name) }))
    const route = api.loans[':id'].repayments[':seq'].parts
    const asked = { param: { id: params.loan, seq: typed.seq ?? '' }, json: { parts } }
    const response = await route.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(
      303,
      localizeHref(`/lender/${params.slug}/groups/${params.group}/${params.loan}?saved`),
    )
  },
}
