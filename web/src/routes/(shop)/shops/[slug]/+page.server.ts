import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** Read and bought from without a script: the page weighs what it shows. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = { shop: params.slug, ...(after ? { after } : {}) }
  const [shop, goods] = await Promise.all([
    read(api.shops[':slug'].$get({ param: params })),
    read(api.products.$get({ query })),
  ])
  return { shop, goods: goods.items, next: goods.next, paged: after !== null, now: Date.now() }
}
