import { read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** Read without a script: the page weighs what it shows. */
export const csr = false

export const load: PageServerLoad = async ({ locals: { api } }) => ({
  regions: (await read(api.regions.$get())).items,
})
