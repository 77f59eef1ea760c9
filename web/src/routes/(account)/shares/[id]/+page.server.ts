import { readOwn } from '#lib/server/api.ts'
import { payBack } from '#lib/server/group-loan.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const own = await readOwn(api['loan-shares'][':id'].$get({ param: params }), url)
  const keys = Object.fromEntries(own.covers.map((one) => [one.id, crypto.randomUUID()]))
  return { own, keys, saved: url.searchParams.has('saved') }
}

export const actions: Actions = { payBack }
