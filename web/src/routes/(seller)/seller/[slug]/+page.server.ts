import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const today = await readOwn(api.enterprises[':slug'].today.$get({ param: { slug } }), url)
  return { today, slug }
}
