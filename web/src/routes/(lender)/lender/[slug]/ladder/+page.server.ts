import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { numberIn, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.lenders[':slug']['group-ladder']
  const [ladder, { me }] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const may = roles.some((role) => roleHolds('group-ladder.manage', 'lender', role))
  return { ladder, may, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      firstLimit: rupiahIn(typed, 'firstLimit'),
      most: rupiahIn(typed, 'most'),
      growth: numberIn(typed, 'growth'),
      kept: numberIn(typed, 'kept'),
      lowered: numberIn(typed, 'lowered'),
      lateAllowed: numberIn(typed, 'lateAllowed'),
    }
    const response = await api.lenders[':slug']['group-ladder'].$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/ladder?saved`))
  },
}
