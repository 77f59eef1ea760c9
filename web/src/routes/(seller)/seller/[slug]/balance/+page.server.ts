import { readOwn } from '#lib/server/api.ts'
import { dateOf } from '#lib/format.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url, parent }) => {
  const after = url.searchParams.get('after')
  const of = url.searchParams.get('of') === 'receivable' ? 'seller-receivable' : 'seller-payable'
  const enterprise = api.enterprises[':slug']
  const param = { slug }
  const [balance, payouts, { bankAccount }] = await Promise.all([
    readOwn(enterprise.balance.$get({ param, query: { of, ...(after ? { after } : {}) } }), url),
    readOwn(enterprise.payouts.$get({ param, query: { limit: '12' } }), url),
    readOwn(enterprise.$get({ param }), url),
  ])
  const { network } = await parent()
  const month = dateOf(Date.now(), network.zone).slice(0, 7)
  const isFirst = after === null
  return { slug, balance, payouts: payouts.items, bankAccount, isFirst, of, month }
}
