/**
 * What a sheet makes of the goods that are there: a product is created, changed or left as it is. Known
 * again by its SKU, else by the id under which the sheet knows it (our own sheet: our own id first), so that
 * a second import changes nothing. What the sheet leaves out stays; nothing is ever deleted by it. Stock is
 * set to what the sheet says, as a difference to what was read.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { sentence } from '#worker/kernel/sentence'
import { categoryNamed } from '#worker/market/selling/imports/category-paths'
import { labelsChanged } from '#worker/market/selling/imports/merging-labels'
import { variantsOf, type Wrong } from '#worker/market/selling/imports/merging-variants'
import type { Fault, WantedProduct, WantedRow } from '#worker/market/selling/imports/wanted'
import type { KeptLabel, Label } from '#worker/market/offering/labels/label'
import { AT_ONCE, type Product, type ProductStatus } from '#worker/market/offering/products/product'

/** Where a row of a sheet was found again. */
export type Place = { productId: string; variantId: string }

/** All that goods of an enterprise are known by. */
export type Known = {
  bySku: ReadonlyMap<string, Place>
  byVariantId: ReadonlyMap<string, Place>
  bySource: ReadonlyMap<string, Place>
  /** Sources of products, without their variants. */
  productBySource: ReadonlyMap<string, string>
}

export type Options = {
  /** For goods whose category the network does not have, and whose weight the sheet does not say. */
  category: string | null
  weightGrams: number | null
}

export type Categories = ReadonlyMap<string, string>

/** A product as wanted, with the variant each of its rows was found as. */
export type Matched = {
  wanted: WantedProduct
  productId: string | null
  rows: readonly (WantedRow & { found: string | null })[]
}

const said = {
  two: sentence(
    'Baris ini milik produk lain daripada baris di atasnya.',
    'This row belongs to another product than the rows above it.',
  ),
  title: sentence('Nama produk belum diisi.', 'The name of the product is missing.'),
  category: sentence('Kategori ini tidak dikenal.', 'This category is not known.'),
  noCategory: sentence('Kategori belum diisi.', 'The category is missing.'),
}

export function match(wanted: WantedProduct, known: Known): Matched | Fault {
  const own = wanted.source.startsWith('own:')
  let productId =
    (own && wanted.productId && hasProduct(known, wanted.productId) ? wanted.productId : null) ??
    known.productBySource.get(wanted.source) ??
    null
  const rows: (WantedRow & { found: string | null })[] = []
  for (const row of wanted.rows) {
    const bySku = row.sku ? known.bySku.get(row.sku.toLowerCase()) : undefined
    const byId = row.variantId ? known.byVariantId.get(row.variantId) : undefined
    const place = byId ?? bySku ?? known.bySource.get(row.source)
    if (place && productId && place.productId !== productId) {
      return fault({ line: row.line, field: 'sku', detail: said.two })
    }
    productId ??= place?.productId ?? null
    rows.push({ ...row, found: place?.variantId ?? null })
  }
  return { wanted, productId, rows }
}

const hasProduct = (known: Known, id: string) =>
  [...known.byVariantId.values()].some((place) => place.productId === id)

const fault = ({ line, field, detail }: Wrong): Fault => {
  return { line, column: null, heading: field === '' ? null : field, detail }
}

export type Making = {
  options: Options
  categories: Categories
  /** Labels of the product that is there. */
  labels: readonly KeptLabel[]
  now: number
  today: LocalDate
  newId: () => string
  /** Whose it is and its address, for a product that is new. */
  begun: { id: string; slug: string; enterpriseId: string }
}

export type Merged =
  | {
      outcome: 'created' | 'changed'
      product: Product
      before: Product | null
      fields: string[]
      /** Labels to be written down. */
      labels: readonly Label[]
    }
  | { outcome: 'unchanged'; product: Product; before: Product; fields: string[] }
  | { outcome: 'fault'; fault: Fault }

export function merge(matched: Matched, before: Product | null, making: Making): Merged {
  const wrong = (one: Wrong): Merged => ({ outcome: 'fault', fault: fault(one) })
  const { wanted } = matched
  const category = categoryOf(wanted, before, making)
  if (category === null) {
    const detail = wanted.category ? said.category : said.noCategory
    return wrong({ line: wanted.line, field: 'category', detail })
  }
  const title = wanted.title ?? before?.title
  if (title === undefined) return wrong({ line: wanted.line, field: 'title', detail: said.title })
  const present = before ?? draftOf(making, wanted)
  const base = { ...present, options: wanted.options ?? present.options }
  const variants = variantsOf(matched, base, making)
  if ('detail' in variants) return wrong(variants)
  const changed = labelsChanged(wanted.labels ?? [], making.labels, making.today)
  if ('fault' in changed)
    return wrong({ line: wanted.line, field: 'labels', detail: changed.fault })
  const { labels } = changed
  const product: Product = {
    ...base,
    madeToOrderDays: wanted.madeToOrderDays ?? base.madeToOrderDays,
    title,
    description: descriptionOf(wanted, base),
    category,
    unit: wanted.unit ?? base.unit,
    ...stateOf(base, wanted.status, making.now),
    variants,
  }
  if (!before) return { outcome: 'created', product, before, fields: [], labels }
  const fields = [...differences(before, product), ...(labels.length > 0 ? ['labels'] : [])]
  if (fields.length === 0) return { outcome: 'unchanged', product, before, fields }
  return {
    outcome: 'changed',
    product: { ...product, version: before.version + 1 },
    before,
    fields,
    labels,
  }
}

function draftOf({ begun, now }: Making, wanted: WantedProduct): Product {
  return {
    ...AT_ONCE,
    ...begun,
    title: wanted.title ?? '',
    description: '',
    category: '',
    unit: 'pcs',
    status: 'draft',
    options: [],
    variants: [],
    listedAt: null,
    createdAt: now,
    version: 1,
  }
}

/** A form sends line ends of Windows; a sheet's were read as plain ones. The same text is no change. */
function descriptionOf({ description }: WantedProduct, base: Product): string {
  if (description === undefined) return base.description
  const same = base.description.replace(/\r\n?/g, '\n').trim() === description
  return same ? base.description : description
}

/** `A > B, C`: the narrowest name that the network has. */
function categoryOf(wanted: WantedProduct, before: Product | null, making: Making): string | null {
  if (!wanted.category) return before?.category ?? making.options.category
  const found = categoryNamed(wanted.category, making.categories)
  return found ?? before?.category ?? making.options.category
}

/** A draft that is wanted hidden stays a draft; what was shown once is hidden, never a draft again. */
function stateOf({ status, listedAt }: Product, wanted: ProductStatus | undefined, now: number) {
  if (wanted === 'listed') return { status: wanted, listedAt: listedAt ?? now }
  if (wanted !== undefined && status === 'listed') return { status: 'hidden' as const, listedAt }
  return { status, listedAt }
}

const SAID_OF_A_PRODUCT = [
  ...(['title', 'description', 'category', 'unit', 'status'] as const),
  ...(['options', 'madeToOrderDays'] as const),
] as const
const SAID_OF_A_VARIANT = [
  ...(['name', 'sku', 'price', 'weightGrams', 'stock', 'archived'] as const),
  ...(['values', 'tiers', 'size', 'net'] as const),
] as const

const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)

/** What would be another: names of fields, each once. */
export function differences(before: Product, after: Product): string[] {
  const fields = new Set<string>()
  for (const field of SAID_OF_A_PRODUCT) if (isOther(before[field], after[field])) fields.add(field)
  const known = new Map(before.variants.map((one) => [one.id, one]))
  for (const one of after.variants) {
    const old = known.get(one.id)
    if (!old) fields.add('variant')
    else
      for (const field of SAID_OF_A_VARIANT) if (isOther(old[field], one[field])) fields.add(field)
  }
  return [...fields]
}
