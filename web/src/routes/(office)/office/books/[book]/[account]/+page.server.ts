import { findAccount } from '#lib/server/books.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => ({
  ...(await findAccount({ api, book: params.book, url }, params.account)),
  base: `/office/books/${params.book}`,
})
