import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import { fundLoansIn } from '#lib/server/fund-loans.ts'
import { fundIn } from '#lib/server/funds.ts'
import { todayOf } from '#lib/server/today.ts'
import { roleHolds, type Permission } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, parent, platform }) => {
  const { api } = locals
  const { query, part, isFirst } = fundLoansIn(url)
  const route = api.lenders[':slug'].funds[':id']
  const [fund, capital, loans, { me }] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    readOwn(route.capital.$get({ param: params, query: { limit: '12' } }), url),
    readOwn(route.loans.$get({ param: params, query }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const holds = (permission: Permission) =>
    roles.some((role) => roleHolds(permission, 'lender', role))
  return {
    fund,
    capital,
    loans,
    ...{ part, isFirst },
    room: `/lender/${params.slug}`,
    readsBook: holds('book.read'),
    mayReceive: holds('fund.receive') && fund.status === 'open',
    mayManage: holds('fund.manage'),
    mayReturn: holds('entry.propose') && fund.sums.idle > 0,
    saved: url.searchParams.has('saved'),
    today: todayOf(platform),
    key: crypto.randomUUID(),
  }
}

const wayOf = (typed: Typed) => (typed.channel === 'cash' ? 'cash' : 'bank')

export const actions: Actions = {
  receive: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      amount: rupiahIn(typed, 'amount'),
      source: typed.source ?? '',
      receivedOn: typed.receivedOn ?? '',
      fundId: params.id,
      channel: wayOf(typed),
    } as const
    const route = api.lenders[':slug']['fund-receipts']
    const response = await route.$post({ param: { slug: params.slug }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/funds/${params.id}?saved`))
  },
  giveBack: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      kind: 'fund-return',
      fundId: params.id,
      amount: rupiahIn(typed, 'back'),
      channel: wayOf(typed),
      reason: typed.reason ?? '',
    } as const
    const route = api.lenders[':slug']['book-proposals']
    const response = await route.$post({ param: { slug: params.slug }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/book-proposals/${id}?saved`))
  },
  change: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const status = typed.closed ? 'closed' : 'open'
    const route = api.lenders[':slug'].funds[':id']
    const response = await route.$patch({ param: params, json: { ...fundIn(typed), status } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/funds/${params.id}?saved`))
  },
}
