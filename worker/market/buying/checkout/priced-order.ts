/**
 * What a cart costs, seller by seller: how the goods travel and what that costs, what vouchers take off and
 * who bears it, the tax that the prices include, and the network's commission. The same arithmetic shows a
 * buyer her review and freezes the order. An order is goods and shipping less the discount; the commission
 * is on goods less what the seller herself takes off. Amounts are rupiah.
 */
import { add, subtract, sum, ZERO, type Amount, type Bps } from '#worker/kernel/money'
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import {
  lineTotal,
  subtotal,
  weight,
  type Cart,
  type CartLine,
  type SellerPart,
} from '#worker/market/buying/carts/cart'
import { commissionOn } from '#worker/market/buying/checkout/commission'
import { travelOf, type DeliveryWish, type Travel } from '#worker/market/buying/checkout/travel'
import {
  rateFor,
  type CommissionRule,
} from '#worker/market/buying/commission-rules/commission-rule'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import type { ShippingService } from '#worker/market/buying/shipping/shipping-service'
import { charges, includedTax, taxRuleOn, type TaxRule } from '#worker/market/buying/taxes/tax'
import { discountsOf, type Discount } from '#worker/market/buying/vouchers/discounts'
import { faultOf, voucherRefusal, type Voucher } from '#worker/market/buying/vouchers/voucher'

export type Pricing = {
  cart: Cart
  /** By enterprise. */
  services: Readonly<Record<string, readonly ShippingService[]>>
  /** Those of the codes she gave, and those of the sellers that need none. */
  vouchers: readonly Voucher[]
  /** How often this buyer has used a voucher, by its id. */
  uses: Readonly<Record<string, number>>
  taxRules: readonly TaxRule[]
  commissionRules: readonly CommissionRule[]
  /** The network's rate where no rule is in force. */
  commission: Bps
  on: LocalDate
  now: Instant
}

export type PricingWish = {
  area: AreaCode | null
  deliveries: readonly DeliveryWish[]
  /** Codes of vouchers, plain. */
  vouchers: readonly string[]
}

export type PricedLine = {
  line: CartLine
  total: Amount
  /** This line's share of the discounts on goods, and what sponsors bear of it. */
  discount: Amount
  sponsored: Amount
  tax: Amount
  commissionBps: Bps
  commission: Amount
}

export type PricedOrder = {
  part: SellerPart
  travel: Travel
  goodsTotal: Amount
  shipping: Amount
  discounts: readonly Discount[]
  discount: Amount
  sponsored: Amount
  tax: Amount
  commission: Amount
  total: Amount
  weightGrams: number
  lines: readonly PricedLine[]
}

export type Totals = {
  goodsTotal: Amount
  shippingTotal: Amount
  discountTotal: Amount
  taxTotal: Amount
  total: Amount
}

export function pricedOrders(wish: PricingWish, facts: Pricing): PricedOrder[] {
  const { parts } = facts.cart
  const travels = parts.map((part) => travelOf(part, wish, facts))
  const discounts = discountsOf(
    parts.map(({ enterpriseId, lines }, i) => ({
      enterpriseId,
      shipping: travels[i]!.cost,
      lines: lines.map((line) => ({ total: lineTotal(line), categories: line.categories })),
    })),
    usable(wish.vouchers, facts),
  )
  return parts.map((part, i) =>
    pricedOrder(part, { travel: travels[i]!, discounts: discounts[i]!, facts }),
  )
}

/** The sums of the orders, before a unique code. */
export function totalsOf(orders: readonly PricedOrder[]): Totals {
  const over = (of: (order: PricedOrder) => Amount) => sum(orders.map(of))
  return {
    goodsTotal: over((one) => one.goodsTotal),
    shippingTotal: over((one) => one.shipping),
    discountTotal: over((one) => one.discount),
    taxTotal: over((one) => one.tax),
    total: over((one) => one.total),
  }
}

/** Refuses a code that cannot be used; what needs no code and cannot be used is left out. */
function usable(codes: readonly string[], { vouchers, uses, now }: Pricing): Voucher[] {
  const fault = (voucher: Voucher) => faultOf(voucher, { now, usedByBuyer: uses[voucher.id] ?? 0 })
  const coded = codes.map((code) => {
    const voucher = vouchers.find((one) => one.code === code)
    const reason = voucher === undefined ? 'unknown' : fault(voucher)
    if (voucher === undefined || reason !== undefined) {
      throw voucherRefusal(code, reason ?? 'unknown')
    }
    return voucher
  })
  return [...vouchers.filter((one) => one.code === null && fault(one) === undefined), ...coded]
}

type Given = { travel: Travel; discounts: readonly Discount[]; facts: Pricing }

function pricedOrder(part: SellerPart, { travel, discounts, facts }: Given): PricedOrder {
  const lines = pricedLines(part, discounts, facts)
  const goodsTotal = subtotal(part)
  const discount = sum(discounts.map((one) => one.amount))
  return {
    part,
    travel,
    goodsTotal,
    shipping: travel.cost,
    discounts,
    discount,
    sponsored: sum(discounts.filter(isSponsored).map((one) => one.amount)),
    tax: sum(lines.map((line) => line.tax)),
    commission: sum(lines.map((line) => line.commission)),
    total: subtract(add(goodsTotal, travel.cost), discount),
    weightGrams: weight(part),
    lines,
  }
}

const isSponsored = ({ payer }: Discount) => payer !== 'seller'

function pricedLines(
  { enterpriseId, pkpSince, lines }: SellerPart,
  discounts: readonly Discount[],
  { commissionRules, commission: setting, taxRules, on: day }: Pricing,
): PricedLine[] {
  const rule = charges({ pkpSince }, day) ? taxRuleOn(taxRules, day) : undefined
  const share = (i: number, of: readonly Discount[]) => sum(of.map((one) => one.parts[i] ?? ZERO))
  const borne = lines.map((line, i) => {
    const total = lineTotal(line)
    const discount = share(i, discounts)
    const sponsored = share(i, discounts.filter(isSponsored))
    const base = add(subtract(total, discount), sponsored)
    const bps = rateFor(commissionRules, { ...line, enterpriseId }, { day, setting })
    return { line, total, discount, sponsored, base, bps }
  })
  const commissions = commissionOn(borne)
  return borne.map(({ base, bps, ...line }, i) => ({
    ...line,
    tax: rule ? includedTax(base, rule) : ZERO,
    commissionBps: bps,
    commission: commissions[i] ?? ZERO,
  }))
}
