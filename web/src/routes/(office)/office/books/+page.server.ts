import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

/** Whoever reads one book is taken to it. */
export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const { items } = await readOwn(api.books.$get(), url)
  if (items.length === 1) redirect(303, localizeHref(`/office/books/${items[0]!.slug}`))
  return { books: items }
}
