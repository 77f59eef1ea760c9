/**
 * What a sheet asks for: products, each with its variants, as far as the sheet says something of them; what
 * it does not say stays as it is. Rows of one product are those of one handle, parent or name. A product of
 * which a row is wrong is left out whole, with the line and column of each fault; the others are not held up.
 */
import type { Amount } from '#worker/kernel/money'
import type { Sentence } from '#worker/kernel/sentence'
import type { LayoutName } from '#worker/market/selling/imports/layouts'
import type { Label } from '#worker/market/offering/labels/label'
import type { NetContent } from '#worker/market/offering/products/net-content'
import type { ProductStatus, Unit } from '#worker/market/offering/products/product'
import type { TierPrice } from '#worker/market/offering/products/tier-prices'
import type { Size } from '#worker/market/offering/products/variant'

export type WantedRow = {
  line: number
  /** Under which the shop it came from knows it: `shopify:tas-pandan|Merah`. */
  source: string
  /** The id of a variant of ours, where our own sheet says one. */
  variantId?: string
  name: string
  sku?: string
  price?: Amount
  weightGrams?: number
  stock?: number
  /** One for each of the options that the sheet names. */
  values?: readonly string[]
  tiers?: readonly TierPrice[]
  size?: Size
  net?: NetContent
}

export type WantedProduct = {
  line: number
  source: string
  productId?: string
  title?: string
  description?: string
  /** As the sheet writes it; the network's own categories are looked up by it. */
  category?: string
  unit?: Unit
  status?: ProductStatus
  /** The names of its options, where the sheet gives any. */
  options?: readonly string[]
  madeToOrderDays?: number
  labels?: readonly Label[]
  /** Photos at addresses elsewhere: counted, never fetched. */
  photos: number
  rows: readonly WantedRow[]
}

export type Fault = {
  line: number
  /** Counted from 1, and its heading; null where the row as a whole is meant. */
  column: number | null
  heading: string | null
  detail: Sentence
}

export type Sheet = {
  layout: LayoutName
  rows: number
  products: readonly WantedProduct[]
  faults: readonly Fault[]
  /** Where the sheet says what, for faults that show only against the goods that are there. */
  places: Readonly<Partial<Record<string, { column: number; heading: string }>>>
  /** Lines that hold something which is no product here, such as a grouped product. */
  skipped: number
}
