import { ordersToPrint } from '#lib/server/label-sheets.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => ({
  orders: await ordersToPrint(api, slug, url),
  slug,
})
