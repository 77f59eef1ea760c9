import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const after = url.searchParams.get('after')
  const route = api.lenders[':slug'].periods
  const query = after ? { after } : {}
  const [periods, { me }] = await Promise.all([
    readOwn(route.$get({ param: { slug: params.slug }, query }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  return {
    periods,
    isFirst: after === null,
    base: `/lender/${params.slug}/books`,
    mayClose: roles.some((role) => roleHolds('period.close', 'lender', role)),
    saved: url.searchParams.has('saved'),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  close: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.lenders[':slug'].periods[':month'].closing
    const param = { slug: params.slug, month: typed.month ?? '' }
    const response = await route.$post({ param }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/books/periods?saved`))
  },
  basis: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const basis = typed.basis === 'accrual' ? 'accrual' : 'cash'
    const route = api.lenders[':slug'].basis
    const response = await route.$put({ param: { slug: params.slug }, json: { basis } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/books/periods?saved`))
  },
  reopen: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      kind: 'reopening',
      month: typed.month ?? '',
      reason: typed.reason ?? '',
    } as const
    const route = api.lenders[':slug']['book-proposals']
    const response = await route.$post({ param: { slug: params.slug }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/book-proposals/${id}?saved`))
  },
}
