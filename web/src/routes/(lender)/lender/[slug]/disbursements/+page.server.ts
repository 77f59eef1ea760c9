import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { disburse } from '#lib/server/disbursing.ts'
import { todayOf } from '#lib/server/today.ts'
import { belongingIn } from '#lib/rooms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform, parent }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const route = api.lenders[':slug'].disbursements
  const [page, { me }] = await Promise.all([
    readOwn(route.$get({ param: params, query }), url),
    parent(),
  ])
  return {
    page,
    slug: params.slug,
    isFirst: after === null,
    may: belongingIn(me, 'lender', params.slug)?.roles.includes('cashier') ?? false,
    today: todayOf(platform),
    keys: Object.fromEntries(page.items.map(({ id }) => [id, crypto.randomUUID()])),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const outcome = await disburse(event)
    if ('refused' in outcome) return outcome.refused
    redirect(303, localizeHref(`/lender/${event.params.slug}/loans/${outcome.loanId}?saved`))
  },
}
