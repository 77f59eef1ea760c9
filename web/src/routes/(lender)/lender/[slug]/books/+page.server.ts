import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { findBook } from '#lib/server/books.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform, parent }) => {
  const [book, { me }] = await Promise.all([findBook({ api, book: params.slug, url }), parent()])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  return {
    ...book,
    base: `/lender/${params.slug}/books`,
    mayReceive: roles.some((role) => roleHolds('fund.receive', 'lender', role)),
    saved: url.searchParams.has('saved'),
    today: todayOf(platform),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  receive: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      amount: rupiahIn(typed, 'amount'),
      source: typed.source ?? '',
      receivedOn: typed.receivedOn ?? '',
    }
    const route = api.lenders[':slug']['fund-receipts']
    const response = await route.$post({ param: { slug: params.slug }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/books?saved`))
  },
}
