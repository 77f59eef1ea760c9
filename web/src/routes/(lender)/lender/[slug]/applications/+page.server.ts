import { amountFrom } from '#lib/format.ts'
import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** What the queue may be narrowed to, as it stands in the address. */
const NAMES = ['status', 'waiting', 'product', 'officer', 'kind', 'days', 'least', 'most'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const asked: Record<string, string> = {}
  for (const name of NAMES) {
    const value = url.searchParams.get(name)?.trim()
    if (value) asked[name] = value
  }
  const query: Record<string, string> = { ...asked }
  for (const name of ['least', 'most']) {
    const amount = asked[name] === undefined ? null : amountFrom(asked[name])
    if (amount === null) delete query[name]
    else query[name] = String(amount)
  }
  const after = url.searchParams.get('after')
  if (after) query.after = after
  const lender = api.lenders[':slug']
  const [queue, products, organization] = await Promise.all([
    readOwn(lender['loan-applications'].$get({ param: params, query: query as object }), url),
    readOwn(lender['loan-products'].$get({ param: params }), url),
    readOwn(api.organizations[':slug'].$get({ param: params }), url),
  ])
  const officers = organization.members.filter((one) => one.roles.includes('officer'))
  return { queue, products: products.items, officers, asked, slug: params.slug }
}
