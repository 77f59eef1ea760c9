import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const { items, next } = await read(api['loan-products'].$get({ query: after ? { after } : {} }))
  return { products: items, next }
}
