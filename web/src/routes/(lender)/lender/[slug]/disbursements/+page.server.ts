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
  const lender = api.lenders[':slug']
  const [page, parts, funds, { me }] = await Promise.all([
    readOwn(lender.disbursements.$get({ param: params, query }), url),
    readOwn(lender.draws.$get({ param: params, query: {} }), url),
    readOwn(lender.funds.$get({ param: params, query: {} }), url),
    parent(),
  ])
  const ids = [...page.items.map((one) => one.id), ...parts.items.map((one) => one.loanId)]
  return {
    page,
    parts: parts.items,
    funds: funds.items.filter((one) => one.status === 'open'),
    slug: params.slug,
    isFirst: after === null,
    may: belongingIn(me, 'lender', params.slug)?.roles.includes('cashier') ?? false,
    today: todayOf(platform),
    keys: Object.fromEntries(ids.map((id) => [id, crypto.randomUUID()])),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const outcome = await disburse(event)
    if ('refused' in outcome) return outcome.refused
    redirect(303, localizeHref(`/lender/${event.params.slug}/loans/${outcome.loanId}?saved`))
  },
}
