import { error } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { closeVoucher, makeVoucher, vouchersOf } from '#lib/server/vouchers.ts'
import { read, type ApiClient } from '#lib/server/api.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const { network, me } = await parent()
  const slug = belongingIn(me, 'operator')?.slug ?? ''
  return { page: await vouchersOf({ api, slug, url, zone: network.zone }) }
}

/** The operator for whom she acts. */
async function ownSlug(api: ApiClient): Promise<string> {
  const { organizations } = await read(api.me.$get())
  return organizations.find((one) => one.kind === 'operator')?.slug ?? error(404)
}

export const actions: Actions = {
  make: async ({ locals: { api }, request, url }) =>
    makeVoucher({ api, slug: await ownSlug(api), request, url }),
  close: async ({ locals: { api }, request, url }) =>
    closeVoucher({ api, slug: await ownSlug(api), request, url }),
}
