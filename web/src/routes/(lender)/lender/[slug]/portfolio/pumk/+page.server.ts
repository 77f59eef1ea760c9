import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const fund = url.searchParams.get('fund')
  const after = url.searchParams.get('after')
  const route = api.lenders[':slug']['pumk-report']
  const query = { ...(fund ? { fund } : {}), ...(after ? { after } : {}) }
  const report = await readOwn(route.$get({ param: { slug: params.slug }, query }), url)
  return { report, isFirst: after === null, base: `/lender/${params.slug}` }
}
