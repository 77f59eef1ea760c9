import { findBook } from '#lib/server/books.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => ({
  ...(await findBook({ api, book: params.book, url })),
  base: `/office/books/${params.book}`,
})
