/** A product as its seller sees it: with its state, every variant still offered, and its photos. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { PublicPhoto } from '#worker/market/finding/catalogue/answers'
import {
  describeParticulars,
  describeTerms,
  ParticularsOfVariant,
  TermsOfSale,
} from '#worker/market/offering/variants/answers'
import type { LocalDate } from '#worker/kernel/calendar'
import { describeLabel, OwnLabel } from '#worker/market/offering/labels/answers'
import type { KeptLabel } from '#worker/market/offering/labels/label'
import { CreditAnswer } from '#worker/market/offering/makers/answers'
import type { Credit } from '#worker/market/offering/makers/maker'
import { PRODUCT_STATES, rangeOf, type Product } from '#worker/market/offering/products/product'
import type { Variant } from '#worker/market/offering/products/variant'
import type { Photo } from '#worker/market/offering/photos/photo'

const OwnVariant = v.strictObject({
  id: v.string(),
  name: v.string(),
  sku: v.nullable(v.string()),
  price: v.number(),
  weightGrams: v.number(),
  stock: v.number(),
  ...ParticularsOfVariant.entries,
  lowStock: v.nullable(v.number()),
})

export const OwnProduct = v.strictObject({
  id: v.string(),
  slug: v.string(),
  title: v.string(),
  description: v.string(),
  category: v.string(),
  unit: v.string(),
  status: v.picklist(PRODUCT_STATES),
  priceFrom: v.number(),
  priceTo: v.number(),
  stockTotal: v.number(),
  ...TermsOfSale.entries,
  options: v.array(v.string()),
  variants: v.array(OwnVariant),
  photos: v.array(PublicPhoto),
  makers: v.array(CreditAnswer),
  labels: v.array(OwnLabel),
  listedAt: v.nullable(v.string()),
  createdAt: v.string(),
  version: v.number(),
})
export type OwnProduct = v.InferOutput<typeof OwnProduct>

export const OwnProducts = pageOf(OwnProduct)

export const StockAnswer = v.strictObject({
  variantId: v.string(),
  productId: v.string(),
  stock: v.number(),
})

type Whole = {
  product: Product
  photos: readonly Photo[]
  makers?: readonly Credit[]
  labels?: readonly KeptLabel[]
}

export function describeProduct(
  { product, photos, makers = [], labels = [] }: Whole,
  today: LocalDate,
): OwnProduct {
  const { id, slug, title, description, category, unit, status, version } = product
  return {
    ...{ id, slug, title, description, category, unit, status, version },
    ...rangeOf(product.variants),
    ...describeTerms(product),
    options: [...product.options],
    variants: product.variants.filter((one) => !one.archived).map(describeVariant),
    photos: photos.map(({ id, width, height, color }) => ({ id, width, height, color })),
    makers: makers.map(({ makerId, name, share }) => ({ makerId, name, share })),
    labels: labels.map((one) => describeLabel(one, today)),
    listedAt: product.listedAt === null ? null : instantText(product.listedAt),
    createdAt: instantText(product.createdAt),
  }
}

function describeVariant(variant: Variant) {
  const { id, name, sku, price, weightGrams, stock, lowStock } = variant
  return { id, name, sku, price, weightGrams, stock, lowStock, ...describeParticulars(variant) }
}
