import { error, redirect } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { followedAtDesk, followingActions } from '#lib/server/following.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { loanPage } from '#lib/server/loan-page.ts'
import { roleHolds, type Permission } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { locals, params, url, platform, parent } = event
  const at = { api: locals.api, id: params.id, url }
  const [loan, changes, followed, { share }, { me }] = await Promise.all([
    loanPage({ ...at, platform }),
    readOwn(locals.api.loans[':id'].changes.$get({ param: { id: params.id } }), url),
    followedAtDesk(at, params.slug),
    readOwn(locals.api.loans[':id']['payout-share'].$get({ param: { id: params.id } }), url),
    parent(),
  ])
  const lender = belongingIn(me, 'lender', params.slug)
  if (loan.statement.loan.lender.slug !== params.slug) error(404)
  const holds = (permission: Permission) =>
    lender?.roles.some((role) => roleHolds(permission, 'lender', role)) ?? false
  return {
    ...loan,
    followed,
    share,
    waiting: changes.items.find((one) => one.status === 'proposed') ?? null,
    may: {
      repay: holds('loan.repay'),
      reverse: holds('loan.reverse'),
      change: holds('loan-change.propose'),
      follow: holds('loan.follow'),
      assign: holds('officer.assign'),
      readBook: holds('book.read'),
    },
    done: {
      receipt: url.searchParams.get('receipt'),
      note: url.searchParams.get('note'),
      saved: url.searchParams.has('saved'),
    },
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  ...followingActions,

  repay: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const payerName = typed.payerName?.trim()
    const json = {
      amount: rupiahIn(typed, 'amount'),
      receivedOn: typed.receivedOn ?? '',
      channel: (typed.channel ?? '') as 'cash',
      ...(payerName ? { payerName } : {}),
      ...(typed.settles === 'on' ? { settles: true } : {}),
    }
    const response = await api.loans[':id'].repayments.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { receipt } = await response.json()
    redirect(303, localizeHref(`/lender/${slug}/loans/${id}?receipt=${receipt}`))
  },

  reverse: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.loans[':id'].repayments[':seq'].reversal
    const json = { cause: (typed.cause ?? '') as 'mistake', reason: typed.reason ?? '' }
    const asked = { param: { id, seq: typed.seq ?? '' }, json }
    const response = await route.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/loans/${id}?saved`))
  },

  recover: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const payerName = typed.payerName?.trim()
    const json = {
      amount: rupiahIn(typed, 'amount'),
      receivedOn: typed.receivedOn ?? '',
      channel: (typed.channel ?? '') as 'cash',
      ...(payerName ? { payerName } : {}),
    }
    const response = await api.loans[':id'].recoveries.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { receipt } = await response.json()
    redirect(303, localizeHref(`/lender/${slug}/loans/${id}?receipt=${receipt}`))
  },

  refund: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const reference = typed.reference?.trim()
    const json = {
      amount: rupiahIn(typed, 'amount'),
      channel: (typed.channel ?? '') as 'cash',
      recipient: typed.recipient ?? '',
      ...(reference ? { reference } : {}),
    }
    const response = await api.loans[':id'].refunds.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { note } = await response.json()
    redirect(303, localizeHref(`/lender/${slug}/loans/${id}?note=${note}`))
  },
}
