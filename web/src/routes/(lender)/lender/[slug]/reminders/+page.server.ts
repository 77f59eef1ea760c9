import { redirect } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import { STEPS } from '#worker/lending/following/reminders/ladder'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.lenders[':slug']['reminder-rules']
  const [{ steps }, { me }] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    parent(),
  ])
  const lender = belongingIn(me, 'lender', params.slug)
  const mayChange =
    lender?.roles.some((role) => roleHolds('reminder-rule.manage', 'lender', role)) ?? false
  const saved = url.searchParams.has('saved')
  return { steps, mayChange, lender: lender?.name ?? '', slug: params.slug, saved }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const off = STEPS.filter((step) => !form.has(step))
    const route = api.lenders[':slug']['reminder-rules']
    const response = await route.$put({ param: params, json: { off } })
    if (!response.ok) return refused(response, typedIn(form), url)
    redirect(303, `${localizeHref(`/lender/${params.slug}/reminders`)}?saved`)
  },
}
