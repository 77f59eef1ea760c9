/** What the market's pages know of goods: the filters of an address, a shelf of many shops, a chat. */

/** The filters that stand in the address of the list of goods. */
export const FILTERS = [
  'q',
  'category',
  'region',
  'minPrice',
  'maxPrice',
  'womenLed',
  'inStock',
  'openNow',
  'label',
  'sort',
] as const
export type Filter = (typeof FILTERS)[number]
export type Filters = Partial<Record<Filter, string>>

/** The filters that are set, in their own order; anything else in the address is left behind. */
export function filtersIn(query: URLSearchParams): Filters {
  const set: Filters = {}
  for (const name of FILTERS) {
    const value = query.get(name)?.trim()
    if (value) set[name] = value
  }
  return set
}

/** The same without one filter: where the chip that shows it leads. */
export function without(filters: Filters, name: Filter): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([one]) => one !== name))
}

/** A chat with a number, or, without one, with whomever the reader chooses; the words are ready to send. */
export function whatsApp(text: string, phone = ''): string {
  return `https://wa.me/${phone}?text=${encodeURIComponent(text)}`
}

/** JSON inside a script of a page: nothing in it can end the script. */
export function jsonForPage(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** The first goods of a list with at most so many of one shop; the rest fills up what is left. */
export function mixed<Good extends { shop: { slug: string } }>(
  goods: readonly Good[],
  { shown, ofOneShop }: { shown: number; ofOneShop: number },
): Good[] {
  const taken = new Map<string, number>()
  const first: Good[] = []
  const rest: Good[] = []
  for (const good of goods) {
    const already = taken.get(good.shop.slug) ?? 0
    taken.set(good.shop.slug, already + 1)
    ;(already < ofOneShop ? first : rest).push(good)
  }
  return [...first, ...rest].slice(0, shown)
}
