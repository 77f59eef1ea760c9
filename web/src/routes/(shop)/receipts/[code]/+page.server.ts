import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** No router: a payer opens it once, on any phone. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, params: { code }, url }) => ({
  receipt: await read(api.receipts[':code'].$get({ param: { code } })),
  address: url.origin + url.pathname,
  paper: url.searchParams.get('paper') === 'a4' ? ('a4' as const) : ('a6' as const),
})
