import { read } from '#lib/server/api.ts'
import { slipOf } from '#lib/server/slip.ts'
import type { PageServerLoad } from './$types'

/** No router: a payer opens it once, on any phone. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, params: { code }, url }) => ({
  receipt: await read(api.receipts[':code'].$get({ param: { code } })),
  ...slipOf(url),
})
