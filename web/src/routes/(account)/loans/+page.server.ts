import { readOwn } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, platform }) => {
  const after = url.searchParams.get('after')
  const [loans, applications] = await Promise.all([
    readOwn(api.loans.$get({ query: after ? { after } : {} }), url),
    readOwn(api['loan-applications'].$get({ query: {} }), url),
  ])
  return {
    loans,
    applications: applications.items.filter((one) => one.status !== 'disbursed'),
    isFirst: after === null,
    today: todayOf(platform),
  }
}
