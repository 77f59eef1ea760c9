import { findEntries } from '#lib/server/books.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => ({
  ...(await findEntries({ api, book: params.slug, url })),
  base: `/lender/${params.slug}/books`,
})
