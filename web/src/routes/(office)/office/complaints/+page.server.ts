import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const queue = await readOwn(api.complaints.$get({ query: after ? { after } : {} }), url)
  return { queue, isFirst: after === null, saved: url.searchParams.has('saved') }
}
