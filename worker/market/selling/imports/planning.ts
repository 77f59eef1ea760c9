/**
 * The dry run of a sheet: for every product of it whether it would be created, changed or left as it is, or
 * why not. What would do something stands first, in the order of the sheet. The same plan is made anew, page
 * by page, when the sheet is applied, since goods may have been sold or edited meanwhile.
 */
import {
  match,
  merge,
  type Categories,
  type Known,
  type Making,
  type Matched,
  type Merged,
  type Options,
} from '#worker/market/selling/imports/merging'
import type { Fault, Sheet, WantedProduct } from '#worker/market/selling/imports/wanted'
import type { KeptLabel } from '#worker/market/offering/labels/label'
import type { Product } from '#worker/market/offering/products/product'

export const OUTCOMES = ['created', 'changed', 'unchanged', 'fault'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Item = {
  line: number
  outcome: Outcome
  title: string
  /** Names of the fields that would change. */
  fields: readonly string[]
  fault: Fault | null
  photos: number
  /** Null for a line from which nothing could be read. */
  wanted: WantedProduct | null
}

export type Stand = {
  known: Known
  products: ReadonlyMap<string, Product>
  labels: ReadonlyMap<string, readonly KeptLabel[]>
  categories: Categories
  options: Options
}

export type Source = { source: string; productId: string; variantId: string | null }

/** By what the goods found are known. */
export function knownBy(products: readonly Product[], sources: readonly Source[]): Known {
  const places = products.flatMap((product) =>
    product.variants.map((one) => ({ one, place: { productId: product.id, variantId: one.id } })),
  )
  const offeredLast = places.toSorted((a, b) => Number(b.one.archived) - Number(a.one.archived))
  const withVariant = sources.flatMap(({ source, productId, variantId }) =>
    variantId === null ? [] : [[source, { productId, variantId }] as const],
  )
  return {
    byVariantId: new Map(places.map(({ one, place }) => [one.id, place])),
    bySku: new Map(
      offeredLast.flatMap(({ one, place }) =>
        one.sku === null ? [] : [[one.sku.toLowerCase(), place] as const],
      ),
    ),
    bySource: new Map(withVariant),
    productBySource: new Map(
      sources.flatMap(({ source, productId, variantId }) =>
        variantId === null ? [[source, productId] as const] : [],
      ),
    ),
  }
}

type Given = Pick<Making, 'now' | 'today' | 'newId' | 'begun'>
export type Planned = Merged & { matched: Matched | null; wanted: WantedProduct }

export function planOne(wanted: WantedProduct, stand: Stand, given: Given): Planned {
  const matched = match(wanted, stand.known)
  if ('detail' in matched) return { outcome: 'fault', fault: matched, matched: null, wanted }
  const before = matched.productId === null ? null : stand.products.get(matched.productId)
  const { categories, options } = stand
  const labels = stand.labels.get(matched.productId ?? '') ?? []
  const making = { ...given, categories, options, labels }
  return { ...merge(matched, before ?? null, making), matched, wanted }
}

export function planImport(sheet: Sheet, stand: Stand, at: Pick<Given, 'now' | 'today'>): Item[] {
  let n = 0
  const given = {
    ...at,
    newId: () => `new-${(n += 1)}`,
    begun: { id: '', slug: '', enterpriseId: '' },
  }
  const planned = sheet.products.map((wanted) => itemOf(planOne(wanted, stand, given), sheet))
  const faults = sheet.faults.map((fault) => faultItem(fault, null))
  const order = (item: Item) => (item.outcome === 'created' || item.outcome === 'changed' ? 0 : 1)
  return [...planned, ...faults].sort((a, b) => order(a) - order(b) || a.line - b.line)
}

export function itemOf(planned: Planned, sheet?: Sheet): Item {
  const { wanted } = planned
  if (planned.outcome === 'fault') {
    const place = sheet?.places[planned.fault.heading ?? '']
    const at = place ?? { column: null, heading: null }
    return faultItem({ ...planned.fault, ...at }, wanted)
  }
  const { outcome, product, fields } = planned
  const { line, photos } = wanted
  return { line, outcome, title: product.title, fields, fault: null, photos, wanted }
}

export function faultItem(fault: Fault, wanted: WantedProduct | null): Item {
  const title = wanted?.title ?? ''
  return { line: fault.line, outcome: 'fault', title, fields: [], fault, photos: 0, wanted }
}

export type Counts = Record<'created' | 'changed' | 'unchanged' | 'faulty' | 'photos', number>

export function countsOf(items: readonly Item[]): Counts {
  const of = (outcome: Outcome) => items.filter((one) => one.outcome === outcome)
  return {
    created: of('created').length,
    changed: of('changed').length,
    unchanged: of('unchanged').length,
    faulty: of('fault').length,
    photos: of('created').reduce((all, one) => all + one.photos, 0),
  }
}
