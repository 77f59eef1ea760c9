import { problemOf, read } from '#lib/server/api.ts'
import { dateIn, instant } from '#worker/kernel/calendar'
import { asked, fieldsAt, typedIn } from './asked.ts'
import type { PageServerLoad } from './$types'

/** No router: what happens while one types is in `live.ts`. */
export const csr = false

/** The address is the question, so that a result can be shared, and drawn without JavaScript. */
export const load: PageServerLoad = async ({ locals: { api }, url, parent, platform }) => {
  const { network } = await parent()
  const today = dateIn(network.zone, instant(platform?.arrival?.now ?? Date.now()))
  const typed = typedIn(url.searchParams, today)
  const query = { explain: '1' } as const
  const answer = await api['loan-quotes'].$post({ query, json: asked(typed) })
  if (answer.status !== 400) return { typed, today, quote: await read(answer), wrong: [] }
  const { errors = [] } = await problemOf(answer)
  const pointers = errors.map((one) => one.pointer)
  return { typed, today, quote: null, wrong: fieldsAt(pointers, typed) }
}
