import { read } from '#lib/server/api.ts'
import { slipOf } from '#lib/server/slip.ts'
import type { PageServerLoad } from './$types'

/** No router: a member opens it once, on any phone. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => ({
  receipt: await read(api['member-receipts'][':code'].$get({ param: params })),
  ...slipOf(url),
})
