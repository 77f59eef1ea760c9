/**
 * One seller's part of a purchase as it is placed: how it travels, what everything cost, who bore what of it,
 * and all about its goods frozen as the buyer saw it.
 */
import type { Amount, Bps } from '#worker/kernel/money'
import type { Instant } from '#worker/kernel/calendar'
import type { Terms } from '#worker/market/buying/checkout/methods'
import type { PricedLine, PricedOrder } from '#worker/market/buying/checkout/priced-order'
import type { Maker } from '#worker/market/buying/checkout/placing'
import type { Delivery } from '#worker/market/buying/checkout/travel'
import type { Tariff } from '#worker/market/buying/shipping/tariff'
import type { Discount } from '#worker/market/buying/vouchers/discounts'

export type PlacedLine = {
  n: number
  productId: string
  variantId: string
  title: string
  variantName: string
  unitPrice: Amount
  quantity: number
  total: Amount
  weightGrams: number
  photoId: string | null
  /** This line's share of the discounts on goods, and what sponsors bear of it. */
  discount: Amount
  sponsored: Amount
  /** Included in the price. */
  tax: Amount
  commissionBps: Bps
  commission: Amount
}

export type PlacedOrder = {
  id: string
  code: string
  purchaseId: string
  enterpriseId: string
  status: 'placed'
  terms: Terms
  delivery: Delivery
  /** The courier's service that was chosen, by name and by the code of the seller's table. */
  service: string | null
  serviceCode: string | null
  tariff: Tariff | null
  pickupPlace: string | null
  goodsTotal: Amount
  shipping: Amount
  /** What the buyer does not pay, and the part of it that somebody else than the seller bears. */
  discount: Amount
  sponsored: Amount
  tax: Amount
  commission: Amount
  total: Amount
  weightGrams: number
  placedAt: Instant
  version: number
  lines: readonly PlacedLine[]
  discounts: readonly Discount[]
}

export function orderOf(
  priced: PricedOrder,
  { maker, terms, n }: { maker: Maker; terms: Terms; n: number },
): PlacedOrder {
  const { goodsTotal, shipping, discount, sponsored, tax, commission, total } = priced
  const { part, travel, weightGrams, discounts } = priced
  return {
    id: maker.newId(),
    code: `${maker.code}-${n}`,
    purchaseId: maker.purchaseId,
    enterpriseId: part.enterpriseId,
    status: 'placed',
    terms,
    delivery: travel.delivery,
    service: travel.service,
    serviceCode: travel.code,
    tariff: travel.tariff,
    pickupPlace: travel.pickupPlace,
    ...{ goodsTotal, shipping, discount, sponsored, tax, commission, total, weightGrams },
    placedAt: maker.now,
    version: 1,
    lines: priced.lines.map(frozen),
    discounts,
  }
}

function frozen({ line, ...priced }: PricedLine, i: number): PlacedLine {
  const { productId, variantId, title, variantName, price, quantity, weightGrams, photoId } = line
  return {
    ...{ productId, variantId, title, variantName, quantity, weightGrams, photoId },
    ...priced,
    n: i + 1,
    unitPrice: price,
  }
}
