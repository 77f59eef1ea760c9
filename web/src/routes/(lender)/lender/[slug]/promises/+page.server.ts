import { isPromiseList } from '#lib/following-tabs.ts'
import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const asked = url.searchParams.get('which')
  const which = isPromiseList(asked) ? asked : 'today'
  const whose = url.searchParams.get('whose') === 'mine' ? ('mine' as const) : ('all' as const)
  const after = url.searchParams.get('after')
  const query = { which, whose, ...(after ? { after } : {}) }
  const route = api.lenders[':slug'].promises
  const promises = await readOwn(route.$get({ param: params, query }), url)
  return { promises, which, whose, slug: params.slug, isFirst: after === null }
}
