import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const page = await readOwn(api['loan-shares'].$get({ query: after ? { after } : {} }), url)
  return { page, isFirst: after === null }
}
