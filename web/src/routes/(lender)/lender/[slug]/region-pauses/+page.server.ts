import { redirect } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform, parent }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const [pauses, { me }] = await Promise.all([
    readOwn(api.lenders[':slug']['region-pauses'].$get({ param: params, query }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  return {
    pauses,
    isFirst: after === null,
    slug: params.slug,
    today: todayOf(platform),
    mayPropose: roles.some((role) => roleHolds('region-pause.propose', 'lender', role)),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      regionCode: typed.regionCode ?? '',
      until: (typed.until ?? '') as LocalDate,
      interest: (typed.interest ?? '') as 'none',
      reason: typed.reason ?? '',
    }
    const route = api.lenders[':slug']['region-pauses']
    const response = await route.$post({ param: params, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/region-pauses/${id}`))
  },
}
