import { closeVoucher, makeVoucher, vouchersOf } from '#lib/server/vouchers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url, parent }) => {
  const { network } = await parent()
  return { page: await vouchersOf({ api, slug, url, zone: network.zone }), slug }
}

export const actions: Actions = {
  make: ({ locals: { api }, params: { slug }, request, url }) =>
    makeVoucher({ api, slug, request, url }),
  close: ({ locals: { api }, params: { slug }, request, url }) =>
    closeVoucher({ api, slug, request, url }),
}
