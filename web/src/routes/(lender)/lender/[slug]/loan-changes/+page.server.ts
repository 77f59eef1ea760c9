import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const status = url.searchParams.get('status') === 'all' ? ('all' as const) : ('proposed' as const)
  const after = url.searchParams.get('after')
  const query = { status, ...(after ? { after } : {}) }
  const changes = await readOwn(
    api.lenders[':slug']['loan-changes'].$get({ param: params, query }),
    url,
  )
  return { changes, status, isFirst: after === null, slug: params.slug }
}
