import { error } from '@sveltejs/kit'
import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const payout = url.searchParams.get('payout')
  const query = payout ? { payout } : { month: url.searchParams.get('month') ?? '' }
  const route = api.enterprises[':slug']['maker-shares']
  const sheet = await readOwn(route.$get({ param: params, query }), url)
  const maker = sheet.makers.find((one) => one.id === params.maker)
  if (!maker) error(404)
  return { slug: params.slug, sheet, maker }
}
