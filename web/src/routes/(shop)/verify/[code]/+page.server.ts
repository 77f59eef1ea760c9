import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { code } }) => ({
  document: await read(api.documents[':code'].$get({ param: { code } })),
})
