/**
 * A product: what an enterprise offers, in one or more variants that carry price, weight and stock. It is
 * drafted, listed, and may be hidden and listed again; it is never deleted, since orders name it. A buyer
 * sees it while it is listed and its enterprise is open. Prices are whole rupiah a unit.
 */
import type { Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { LocalDate } from '#worker/kernel/calendar'
import { refuseUnevenOptions } from '#worker/market/offering/products/options'
import type { Variant } from '#worker/market/offering/products/variant'
import { ALWAYS, faultOf, type Window } from '#worker/market/offering/windows/window'

export const UNITS = [
  ...(['pcs', 'pair', 'set', 'pack', 'bottle', 'sheet'] as const),
  ...(['kg', 'g', 'litre', 'ml', 'metre'] as const),
] as const
export type Unit = (typeof UNITS)[number]

export const PRODUCT_STATES = ['draft', 'listed', 'hidden'] as const
export type ProductStatus = (typeof PRODUCT_STATES)[number]

export const PRODUCT_TRANSITIONS: Transitions<ProductStatus> = {
  draft: ['listed'],
  listed: ['hidden'],
  hidden: ['listed'],
}

/** What a seller writes about a product. */
export type Description = {
  title: string
  description: string
  category: string
  unit: Unit
}

/** How it is sold: lying there, made after it is ordered, sent from a day on, in a window of time. */
export type SaleTerms = Window & {
  /** Days it takes to make; its stock is then what can be made. */
  madeToOrderDays: number
  /** A pre-order is sent from this day on. */
  availableFrom: LocalDate | null
}

export const AT_ONCE: SaleTerms = { ...ALWAYS, madeToOrderDays: 0, availableFrom: null }

export type Product = Description &
  SaleTerms & {
    id: string
    slug: string
    enterpriseId: string
    status: ProductStatus
    /** The names of its options. */
    options: readonly string[]
    variants: readonly Variant[]
    listedAt: number | null
    createdAt: number
    /** The number of the product's last event. */
    version: number
  }

type Drafted = Pick<Product, 'id' | 'slug' | 'enterpriseId' | 'createdAt'> & {
  options?: readonly string[]
  variants: readonly Variant[]
}

export function draftProduct(
  description: Description & Partial<SaleTerms>,
  given: Drafted,
): Product {
  const options = given.options ?? []
  const product = { ...AT_ONCE, ...description, ...given, options }
  refuseUnevenOptions(options, product.variants)
  refuseEmptyWindow(product)
  return { ...product, status: 'draft', listedAt: null, version: 1 }
}

export function editProduct(product: Product, change: Partial<Description & SaleTerms>): Product {
  const edited = { ...product, ...change, version: product.version + 1 }
  refuseEmptyWindow(edited)
  return edited
}

/** The product with other variants, by the options that are wanted now. */
export function replaceChoices(
  product: Product,
  { options, variants }: Pick<Product, 'options' | 'variants'>,
): Product {
  refuseUnevenOptions(
    options,
    variants.filter((one) => !one.archived),
  )
  return { ...product, options, variants, version: product.version + 1 }
}

function refuseEmptyWindow(window: Window): void {
  const fault = faultOf(window)
  if (fault) throw new Refusal('malformed', 'This window is never open.', { errors: [fault] })
}

export function changeProductStatus(product: Product, to: ProductStatus, at: number): Product {
  const status = transition(PRODUCT_TRANSITIONS, product.status, to)
  const listedAt = status === 'listed' ? (product.listedAt ?? at) : product.listedAt
  return { ...product, status, listedAt, version: product.version + 1 }
}

export type Range = { priceFrom: Amount; priceTo: Amount; stockTotal: number }

/** What a list says of all variants together; those set aside do not count. */
export function rangeOf(variants: readonly Variant[]): Range {
  const offered = variants.filter((one) => !one.archived)
  const prices = offered.map((one) => one.price).sort((a, b) => a - b)
  const [priceFrom, priceTo] = [prices[0], prices.at(-1)]
  if (priceFrom === undefined || priceTo === undefined) {
    throw new RangeError('a product has at least one variant')
  }
  return { priceFrom, priceTo, stockTotal: offered.reduce((all, one) => all + one.stock, 0) }
}

/** A category is one of the network's own; `name` is what it is called there, if it is there. */
export function refuseUnknownCategory(name: string | null): void {
  if (name !== null) return
  throw new Refusal('malformed', 'There is no such category.', {
    errors: [
      {
        pointer: '/category',
        detail: sentence('Pilih kategori.', 'Choose a category from the list.'),
      },
    ],
  })
}
