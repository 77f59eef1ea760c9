import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const of = url.searchParams.get('of') === 'receivable' ? 'seller-receivable' : 'seller-payable'
  const query = { of, limit: '100', ...(after ? { after } : {}) } as const
  const enterprise = api.enterprises[':slug']
  const [statement, { name }] = await Promise.all([
    readOwn(enterprise.statements[':month'].$get({ param: params, query }), url),
    readOwn(enterprise.$get({ param: params }), url),
  ])
  return { slug: params.slug, statement, name, isFirst: after === null }
}
