/** What a buyer may ask of the catalogue, from a query string to a search. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { amount } from '#worker/kernel/money'
import { ORDERS, type Search } from '#worker/market/finding/catalogue/search'
import { LABEL_KINDS } from '#worker/market/offering/labels/label'
import { isRegion } from '#worker/market/buying/shipping/regencies'

/** A form sends an empty field too; it asks for nothing. */
const unlessEmpty = <S extends v.GenericSchema<string, unknown>>(schema: S) =>
  v.optional(
    v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      schema,
    ]),
  )

const price = unlessEmpty(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,10}$/, 'Give whole rupiah, digits only.'),
    v.transform((digits) => amount(Number(digits))),
  ),
)

const flag = unlessEmpty(
  v.pipe(
    v.picklist(['true', 'false'], 'true or false.'),
    v.transform((word) => word === 'true'),
  ),
)

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/, 'This is no name of ours.'))

const region = v.pipe(v.string(), v.guard(isRegion, 'Give the code of a province or a regency.'))

/** Where a page begins: how well the last one fitted (0 where that is not asked), and its key. */
const place = after([
  v.pipe(v.number(), v.picklist([0, 1, 2, 3])),
  v.pipe(v.number(), v.safeInteger()),
])

export const CatalogueQuery = v.pipe(
  v.object({
    q: unlessEmpty(v.pipe(v.string(), v.maxLength(200, 'At most 200 characters.'))),
    category: unlessEmpty(slug),
    region: unlessEmpty(region),
    minPrice: price,
    maxPrice: price,
    womenLed: flag,
    inStock: flag,
    openNow: flag,
    label: unlessEmpty(v.picklist(LABEL_KINDS, `One of ${LABEL_KINDS.join(', ')}.`)),
    shop: unlessEmpty(slug),
    sort: unlessEmpty(v.picklist(ORDERS, `One of ${ORDERS.join(', ')}.`)),
    after: place,
    limit,
  }),
  v.transform(({ q, sort, after: from, limit: most, minPrice, maxPrice, ...filters }) => {
    // Bounds given the wrong way round are meant the right way round.
    const turned = minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice
    const [low, high] = turned ? [maxPrice, minPrice] : [minPrice, maxPrice]
    const search: Search = { ...filters, minPrice: low, maxPrice: high, text: q, order: sort }
    return { search, after: from, limit: most }
  }),
)

export const CategoriesQuery = v.object({
  widest: v.pipe(flag, v.description('Only those that lie in no other')),
})

export const ShopsQuery = v.object({
  region: unlessEmpty(region),
  after: after([v.string()]),
  limit,
})
