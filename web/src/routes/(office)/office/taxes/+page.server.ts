import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api } }) => ({
  rules: (await read(api['tax-rules'].$get())).items,
})
