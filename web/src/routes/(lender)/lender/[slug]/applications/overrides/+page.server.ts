import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const page = await readOwn(api.lenders[':slug'].overrides.$get({ param: params, query }), url)
  return { overrides: page.items, next: page.next, slug: params.slug }
}
