import { readOwn } from '#lib/server/api.ts'
import { purchaseOrderActions } from '#lib/server/procurement.ts'
import { todayOf } from '#lib/server/today.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params: { slug, id }, platform, url }) => {
  const route = locals.api['purchase-orders'][':id']
  const order = await readOwn(route.$get({ param: { id }, query: { side: 'company' } }), url)
  const saved = url.searchParams.has('saved')
  return { order, slug, saved, today: todayOf(platform), key: crypto.randomUUID() }
}

export const actions: Actions = purchaseOrderActions
