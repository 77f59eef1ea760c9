import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const status = url.searchParams.get('status')
  const after = url.searchParams.get('after')
  const query = { ...(status ? { status } : {}), ...(after ? { after } : {}) }
  const route = api.lenders[':slug']['loan-applications']
  const { items, next } = await read(
    route.$get({ param: params, query: query as { after?: string } }),
  )
  return { applications: items, next, status, slug: params.slug }
}
