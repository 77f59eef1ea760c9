import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.lenders[':slug']['book-proposals'][':id']
  const param = { slug: params.slug, id: params.id }
  const [proposal, { me }] = await Promise.all([readOwn(route.$get({ param }), url), parent()])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const waits = proposal.status === 'proposed'
  const holds = (permission: 'entry.approve' | 'entry.propose' | 'book.read') =>
    roles.some((role) => roleHolds(permission, 'lender', role))
  return {
    proposal,
    room: `/lender/${params.slug}`,
    mayDecide: waits && holds('entry.approve'),
    mayWithdraw: waits && holds('entry.propose'),
    readsBook: holds('book.read'),
    saved: url.searchParams.has('saved'),
    key: crypto.randomUUID(),
  }
}

const here = (params: { slug: string; id: string }) =>
  localizeHref(`/lender/${params.slug}/book-proposals/${params.id}?saved`)

export const actions: Actions = {
  approve: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.lenders[':slug']['book-proposals'][':id'].approval
    const response = await route.$post({ param: params }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, here(params))
  },
  refuse: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.lenders[':slug']['book-proposals'][':id'].refusal
    const response = await route.$post({ param: params, json: { reasons: typed.reasons ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, here(params))
  },
  withdraw: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.lenders[':slug']['book-proposals'][':id'].withdrawal
    const response = await route.$post({ param: params })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, here(params))
  },
}
