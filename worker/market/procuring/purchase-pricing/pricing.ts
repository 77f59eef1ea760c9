/**
 * What an order on paper is priced by besides its quote: the rules of commission and of value-added tax that
 * are in force, and what each product is.
 */
import { ZERO, type Amount, type Bps } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  rateFor,
  type CommissionRule,
} from '#worker/market/buying/commission-rules/commission-rule'
import { charges, includedTax, taxRuleOn, type TaxRule } from '#worker/market/buying/taxes/tax'

export type Pricing = {
  taxRules: readonly TaxRule[]
  commissionRules: readonly CommissionRule[]
  /** The categories of each product, its own first, by its id. */
  categories: ReadonlyMap<string, readonly string[]>
}

/** The tax in a price of a seller on a day, rounded down; none of a seller that charges none. */
export function taxIn(
  price: Amount,
  { taxRules }: Pick<Pricing, 'taxRules'>,
  { pkpSince, day }: { pkpSince: LocalDate | null; day: LocalDate },
): Amount {
  const rule = charges({ pkpSince }, day) ? taxRuleOn(taxRules, day) : undefined
  return rule ? includedTax(price, rule) : ZERO
}

export function commissionRateOf(
  { commissionRules, categories }: Pricing,
  line: { productId: string; enterpriseId: string },
  given: { day: LocalDate; setting: Bps },
): Bps {
  const of = categories.get(line.productId) ?? []
  return rateFor(commissionRules, { ...line, categories: of }, given)
}
