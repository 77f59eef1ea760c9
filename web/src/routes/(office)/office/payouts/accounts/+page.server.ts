import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const changes = await readOwn(api['account-changes'].$get({ query }), url)
  return { changes, isFirst: after === null }
}
