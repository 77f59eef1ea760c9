/** Names and addresses of goods in the reader's language. */
import type { Filters } from '#lib/goods.ts'
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js'

export function categoryName(category: { nameId: string; nameEn: string }): string {
  return getLocale() === 'en' ? category.nameEn : category.nameId
}

/** The address of the list with these filters, from its start or from a later page. */
export function listHref(filters: Filters, after?: string): string {
  const query = new URLSearchParams({ ...filters, ...(after ? { after } : {}) }).toString()
  return localizeHref('/products') + (query ? `?${query}` : '')
}
