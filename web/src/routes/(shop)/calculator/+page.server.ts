import { problemOf, read } from '#lib/server/api.ts'
import { todayOf } from '#lib/server/today.ts'
import { asked, fieldsAt, typedIn } from './asked.ts'
import type { PageServerLoad } from './$types'

/** No router: what happens while one types is in `live.ts`. */
export const csr = false

/** The address is the question, so that a result can be shared, and drawn without JavaScript. */
export const load: PageServerLoad = async ({ locals: { api }, url, platform }) => {
  const today = todayOf(platform)
  const typed = typedIn(url.searchParams, today)
  const query = { explain: '1' } as const
  const answer = await api['loan-quotes'].$post({ query, json: asked(typed) })
  if (answer.status !== 400) return { typed, today, quote: await read(answer), wrong: [] }
  const { errors = [] } = await problemOf(answer)
  const pointers = errors.map((one) => one.pointer)
  return { typed, today, quote: null, wrong: fieldsAt(pointers, typed) }
}
