import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { handOver, heldMeeting } from '#lib/server/group-loan.ts'
import { roleHolds, type Permission } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const [page, { me }] = await Promise.all([heldMeeting(api, params.id, url), parent()])
  if (page.held.meeting.lender.slug !== params.slug) error(404)
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const holds = (permission: Permission) =>
    roles.some((role) => roleHolds(permission, 'lender', role))
  return {
    ...page,
    slug: params.slug,
    may: {
      hand: holds('meeting.record'),
      count: holds('loan.repay'),
      reverse: holds('loan.reverse'),
    },
  }
}

export const actions: Actions = {
  handOver: (event) => handOver(event, event.params.id),

  count: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { param: { id: params.id }, json: { amount: rupiahIn(typed, 'amount') } }
    const route = api.meetings[':id']['hand-over'].confirmation
    const response = await route.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/meetings/${params.id}?saved`))
  },

  takeBack: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { param: { id: params.id }, json: { reason: typed.reason ?? '' } }
    const response = await api.meetings[':id'].reversal.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/meetings/${params.id}?saved`))
  },
}
