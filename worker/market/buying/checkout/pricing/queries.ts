/** What a cart's price is reckoned from: its lines, ways of sending, vouchers, taxes, commission. */
import type { Database, Results } from '#db/client'
import {
  cartFrom,
  cartIdOf,
  listCartLines,
  type CartRef,
} from '#worker/market/buying/carts/queries'
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import type { Bps } from '#worker/kernel/money'
import type { Pricing } from '#worker/market/buying/checkout/priced-order'
import {
  commissionRuleFrom,
  listCommissionRulesFor,
} from '#worker/market/buying/commission-rules/queries'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import { listServicesTo, servicesByEnterprise } from '#worker/market/buying/shipping/queries'
import { listTaxRules, taxRuleFrom } from '#worker/market/buying/taxes/queries'
import { listUsesBy, listVouchersFor, voucherFrom } from '#worker/market/buying/vouchers/queries'

type Asked = {
  ref: CartRef
  area: AreaCode | undefined
  vouchers: readonly string[]
  phone: string
  now: Instant
}

/** Reads for one trip. */
export function findPricing(db: Database, { ref, area, vouchers, phone, now }: Asked) {
  const cartId = cartIdOf(ref)
  return [
    listCartLines(db, ref, now),
    listServicesTo(db, cartId, area),
    listVouchersFor(db, cartId, vouchers),
    listUsesBy(db, phone, vouchers),
    listTaxRules(db),
    listCommissionRulesFor(db, cartId),
  ] as const
}

export type PricingRows = Results<ReturnType<typeof findPricing>>

type Known = { commission: Bps; on: LocalDate; now: Instant }

export function pricingFrom(
  [lines, services, vouchers, uses, taxes, rules]: PricingRows,
  known: Known,
): Pricing {
  return {
    cart: cartFrom(lines),
    services: servicesByEnterprise(services),
    vouchers: vouchers.map(voucherFrom),
    uses: Object.fromEntries(uses.map((one) => [one.voucherId, one.timesUsed])),
    taxRules: taxes.map(taxRuleFrom),
    commissionRules: rules.map(commissionRuleFrom),
    ...known,
  }
}
