/**
 * Issuing a purchase order: the accepted quote becomes a purchase on an invoice's terms with one order, at
 * the quote's prices. The discount is shared over the lines by their worth; the network's commission is on
 * what is left. Goods are taken from stock unless they are made for this order.
 */
import { commissionOn } from '#worker/market/buying/checkout/commission'
import type { PlacedLine, PlacedOrder } from '#worker/market/buying/checkout/placed-order'
import { dateIn, type Instant, type Zone } from '#worker/kernel/calendar'
import { allocate, subtract, sum, ZERO, type Bps } from '#worker/kernel/money'
import type { Company } from '#worker/market/procuring/companies/company'
import type { SellerPapers } from '#worker/market/offering/seller-papers/paper'
import {
  commissionRateOf,
  taxIn,
  type Pricing,
} from '#worker/market/procuring/purchase-pricing/pricing'
import type { StockChange } from '#worker/market/offering/products/stock'
import type { Purchase } from '#worker/market/buying/purchases/purchase'
import type { Quotation, Quote } from '#worker/market/procuring/quotations/quotation'

type Basis = {
  quotation: Omit<Quotation, 'lines'>
  quote: Quote
  company: Company
  papers: SellerPapers
  pricing: Pricing
}

type Maker = {
  purchaseId: string
  orderId: string
  code: string
  now: Instant
  zone: Zone
  commission: Bps
}

export type PlacedOnInvoice = { purchase: Purchase; orders: readonly [PlacedOrder] }

export function placeOnInvoice(basis: Basis, maker: Maker): PlacedOnInvoice {
  const order = orderOf(basis, maker)
  const { company, quotation, quote } = basis
  const { street, areaCode, areaText, postalCode, note } = quotation
  const purchase: Purchase = {
    ...{ id: maker.purchaseId, code: maker.code, personId: null, organizationId: company.id },
    ...{ cartHash: null, locale: 'id', buyerName: company.legalName },
    ...{ buyerPhone: company.contactPhone, buyerEmail: company.contactEmail },
    ...{ street, areaCode, areaText, postalCode, note },
    ...{ goodsTotal: quote.goodsTotal, shippingTotal: quote.shipping },
    ...{ discountTotal: quote.discount, taxTotal: order.tax, uniqueCode: ZERO },
    ...{ total: quote.total, method: 'invoice', status: 'accepted' },
    ...{ placedAt: maker.now, expiresAt: maker.now, settledAt: null, proofAt: null, version: 1 },
  }
  return { purchase, orders: [order] }
}

function orderOf(basis: Basis, maker: Maker): PlacedOrder {
  const { quote, quotation } = basis
  const lines = linesOf(basis, maker)
  return {
    ...{ id: maker.orderId, code: `${maker.code}-1`, purchaseId: maker.purchaseId },
    ...{ enterpriseId: quotation.enterpriseId, status: 'placed', terms: 'invoice' },
    ...{ delivery: 'courier', service: null, pickupPlace: null },
    ...{ serviceCode: null, tariff: null, discounts: [] },
    ...{ goodsTotal: quote.goodsTotal, shipping: quote.shipping, discount: quote.discount },
    ...{ sponsored: ZERO, total: quote.total, placedAt: maker.now, version: 1, lines },
    tax: sum(lines.map((one) => one.tax)),
    commission: sum(lines.map((one) => one.commission)),
    weightGrams: quote.lines.reduce((all, one) => all + one.weightGrams * one.quantity, 0),
  }
}

function linesOf({ quote, quotation, papers, pricing }: Basis, maker: Maker): PlacedLine[] {
  const day = dateIn(maker.zone, maker.now)
  const { enterpriseId } = quotation
  const worth = quote.lines.map((one) => one.total)
  const discounts = allocate(quote.discount, worth)
  const bases = worth.map((total, i) => subtract(total, discounts[i] ?? ZERO))
  const rates = quote.lines.map(({ productId }) =>
    commissionRateOf(pricing, { productId, enterpriseId }, { day, setting: maker.commission }),
  )
  const commissions = commissionOn(
    bases.map((base, i) => ({ base, bps: rates[i] ?? maker.commission })),
  )
  return quote.lines.map((line, i) => {
    const { n, productId, variantId, title, variantName, unitPrice, quantity, total } = line
    return {
      ...{ n, productId, variantId, title, variantName, unitPrice, quantity, total },
      ...{ weightGrams: line.weightGrams, photoId: null, sponsored: ZERO },
      commissionBps: rates[i] ?? maker.commission,
      discount: discounts[i] ?? ZERO,
      tax: taxIn(bases[i] ?? ZERO, pricing, { pkpSince: papers.pkpSince, day }),
      commission: commissions[i] ?? ZERO,
    }
  })
}

/** What it takes from stock; given back (`by` above zero) when it is cancelled. */
export function stockOf({ lines }: Quote, sign: 1 | -1): StockChange[] {
  return lines
    .filter((one) => !one.madeToOrder)
    .map(({ variantId, productId, quantity }) => ({ variantId, productId, by: sign * quantity }))
}
