import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** Read and bought from without a script: the page weighs what it shows. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const { items, next } = await read(api.shops.$get({ query: after ? { after } : {} }))
  return { shops: items, next, paged: after !== null }
}
