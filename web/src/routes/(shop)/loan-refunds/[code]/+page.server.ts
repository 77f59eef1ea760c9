import { read } from '#lib/server/api.ts'
import { slipOf } from '#lib/server/slip.ts'
import type { PageServerLoad } from './$types'

/** No router: its receiver opens it once, on any phone. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, params: { code }, url }) => ({
  note: await read(api['loan-refunds'][':code'].$get({ param: { code } })),
  ...slipOf(url),
})
