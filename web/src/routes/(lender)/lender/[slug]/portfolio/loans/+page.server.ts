import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

const PARTS = ['class', 'problem', 'band', 'over', 'officer', 'quarter', 'accrued', 'due'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const part = PARTS.find((one) => url.searchParams.has(one))
  const value = part ? (url.searchParams.get(part) ?? '') : ''
  const after = url.searchParams.get('after')
  const query = { ...(part ? { [part]: value } : {}), ...(after ? { after } : {}) }
  const route = api.lenders[':slug'].portfolio.loans
  const page = await readOwn(route.$get({ param: { slug: params.slug }, query }), url)
  return {
    page,
    part,
    value,
    slug: params.slug,
    base: `/lender/${params.slug}`,
    isFirst: after === null,
  }
}
