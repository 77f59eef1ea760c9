import { readOwn } from '#lib/server/api.ts'
import { closeVoucher, makeVoucher, vouchersOf } from '#lib/server/vouchers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url, parent }) => {
  const { network } = await parent()
  const [page, deposits] = await Promise.all([
    vouchersOf({ api, slug, url, zone: network.zone }),
    readOwn(api.organizations[':slug'].deposits.$get({ param: { slug }, query: {} }), url),
  ])
  return { page, deposits, slug }
}

export const actions: Actions = {
  make: ({ locals: { api }, params: { slug }, request, url }) =>
    makeVoucher({ api, slug, request, url }),
  close: ({ locals: { api }, params: { slug }, request, url }) =>
    closeVoucher({ api, slug, request, url }),
}
