import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const which = url.searchParams.get('which') === 'all' ? ('all' as const) : ('carried' as const)
  const after = url.searchParams.get('after')
  const query = { which, ...(after ? { after } : {}) }
  const route = api.lenders[':slug'].meetings
  const [page, { person }] = await Promise.all([
    readOwn(route.$get({ param: params, query }), url),
    readOwn(api.me.$get(), url),
  ])
  return { page, which, person: person.id, slug: params.slug, isFirst: after === null }
}
