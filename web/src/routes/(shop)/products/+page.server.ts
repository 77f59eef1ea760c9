import { filtersIn } from '#lib/goods.ts'
import { problemOf, read } from '#lib/server/api.ts'
import { amountFrom } from '#lib/format.ts'
import { isRegion, provinces, regencyName } from '#worker/market/buying/shipping/regencies'
import type { PageServerLoad } from './$types'

/** Read and bought from without a script: the page weighs what it shows. */
export const csr = false

/** Rupiah as people type them; what is no amount is left for the API to point at. */
const rupiah = (typed: string | undefined) =>
  typed === undefined ? undefined : String(amountFrom(typed) ?? typed)

const NOTHING = { items: [], next: null, meant: null }

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const filters = filtersIn(url.searchParams)
  const { minPrice, maxPrice, ...rest } = filters
  const after = url.searchParams.get('after') ?? undefined
  const asked = { ...rest, minPrice: rupiah(minPrice), maxPrice: rupiah(maxPrice), after }
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const [response, categories, regions] = await Promise.all([
    api.products.$get({ query }),
    read(api.categories.$get({ query: {} })),
    read(api.regions.$get()),
  ])
  // A filter that cannot be read is no dead end: it is shown beside its field, with nothing found.
  const unreadable = (response.status as number) === 400
  const wrong = unreadable ? ((await problemOf(response)).errors ?? []) : []
  const { items, next, meant } = unreadable ? NOTHING : await read(response)
  return {
    ...{ items, next, meant, filters, paged: after !== undefined },
    wrong: wrong.map((one) => one.pointer),
    categories: categories.items,
    regions: regions.items,
    regionName: regionName(filters.region),
  }
}

function regionName(code: string | undefined): string | null {
  if (code === undefined || !isRegion(code)) return null
  return code.length === 2
    ? (provinces().find((one) => one.code === code)?.name ?? null)
    : (regencyName(code) ?? null)
}
