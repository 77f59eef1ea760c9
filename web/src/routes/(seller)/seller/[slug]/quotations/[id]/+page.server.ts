import { readOwn } from '#lib/server/api.ts'
import { quotationActions } from '#lib/server/procurement.ts'
import { todayOf } from '#lib/server/today.ts'
import { addDays, localDate } from '#worker/kernel/calendar'
import type { Actions, PageServerLoad } from './$types'

const VALID_FOR = 14

export const load: PageServerLoad = async ({ locals, params: { slug, id }, platform, url }) => {
  const route = locals.api.quotations[':id']
  const quotation = await readOwn(route.$get({ param: { id }, query: { side: 'seller' } }), url)
  const until = addDays(localDate(todayOf(platform)), VALID_FOR)
  const saved = url.searchParams.has('saved')
  return { quotation, slug, until, saved, key: crypto.randomUUID() }
}

const { quote, refusal } = quotationActions
export const actions: Actions = { quote, refusal }
