import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** What is still to be given back, and what was. */
export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const lender = api.lenders[':slug']
  const after = url.searchParams.get('after')
  const behind = url.searchParams.get('behind')
  const [overpaid, given] = await Promise.all([
    readOwn(
      lender.loans.$get({
        param: params,
        query: { which: 'overpaid', ...(after ? { after } : {}) },
      }),
      url,
    ),
    readOwn(
      lender['loan-refunds'].$get({ param: params, query: behind ? { after: behind } : {} }),
      url,
    ),
  ])
  return { overpaid, given, slug: params.slug, isFirst: after === null && behind === null }
}
