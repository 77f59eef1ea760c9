import { error } from '@sveltejs/kit'
import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const until = url.searchParams.get('until')
  const { me } = await parent()
  const operator = me?.organizations.find((one) => one.kind === 'operator')
  if (!operator) error(404)
  const param = { organization: operator.slug }
  const query = until ? { until } : {}
  const income = await readOwn(api.books[':organization'].months.$get({ param, query }), url)
  return { income, book: operator.slug, isNow: until === null }
}
