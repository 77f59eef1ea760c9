import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const after = url.searchParams.get('after')
  const enterprise = api.enterprises[':slug']
  const param = { slug }
  const [balance, payouts, { bankAccount }] = await Promise.all([
    readOwn(enterprise.balance.$get({ param, query: after ? { after } : {} }), url),
    readOwn(enterprise.payouts.$get({ param, query: { limit: '12' } }), url),
    readOwn(enterprise.$get({ param }), url),
  ])
  return { slug, balance, payouts: payouts.items, bankAccount, isFirst: after === null }
}
