import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const lender = api.lenders[':slug']
  const [objections, payees] = await Promise.all([
    readOwn(lender.objections.$get({ param: params, query: {} }), url),
    readOwn(lender.payees.$get({ param: params, query: {} }), url),
  ])
  return { objections: objections.items, payees: payees.items, slug: params.slug }
}
