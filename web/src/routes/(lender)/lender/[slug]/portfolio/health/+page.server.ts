import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const route = api.lenders[':slug']['health-worksheet']
  const members = url.searchParams.get('members') === 'all' ? ({ members: 'all' } as const) : {}
  const sheet = await readOwn(route.$get({ param: { slug: params.slug }, query: members }), url)
  return { sheet, base: `/lender/${params.slug}` }
}
