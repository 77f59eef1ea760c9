import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

const SPANS = ['day', 'week', 'month'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const by = SPANS.find((one) => one === url.searchParams.get('by')) ?? 'day'
  const product = url.searchParams.get('product')
  const query = { by, ...(product ? { product } : {}) }
  const sales = await readOwn(api.enterprises[':slug'].sales.$get({ param: params, query }), url)
  return { sales, slug: params.slug }
}
