import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { numberIn, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url, parent }) => {
  const payout = url.searchParams.get('payout')
  const { network } = await parent()
  const today = dateOf(Date.now(), network.zone)
  const query = payout ? { payout } : { month: url.searchParams.get('month') ?? today.slice(0, 7) }
  const enterprise = api.enterprises[':slug']
  const param = { slug }
  const [sheet, { name }] = await Promise.all([
    readOwn(enterprise['maker-shares'].$get({ param, query }), url),
    readOwn(enterprise.$get({ param }), url),
  ])
  return { slug, sheet, name, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { bps: Math.round(numberIn(typed, 'percent') * 100) }
    const route = api.enterprises[':slug']['group-cut']
    const response = await route.$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${params.slug}/balance/makers`)}?saved`)
  },
}
