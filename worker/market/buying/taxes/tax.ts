/**
 * Value-added tax (PPN) by dated rule: a rate of a part of the price before tax; since 2025 12 % of 11/12 of
 * it (PMK 131/2024), which is 11/111 of a price that includes it. Only a seller registered for it (PKP)
 * charges it, all prices include it, and it is rounded down to the rupiah for each line (SE-22/PJ.24/1990);
 * what an order or a purchase includes is the sum of its parts. What the seller herself takes off the price
 * lowers the base; what somebody else pays for does not.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { portion, type Amount, type Bps } from '#worker/kernel/money'

export type TaxRule = {
  name: 'ppn'
  since: LocalDate
  rateBps: Bps
  basePart: number
  baseWhole: number
  source: string
}

/** A seller's registration for the tax; null where she has none. */
export type TaxRegistration = { npwp: string | null; pkpSince: LocalDate | null }

/** The rule in force on a day: the latest that has begun. */
export function taxRuleOn(rules: readonly TaxRule[], day: LocalDate): TaxRule | undefined {
  return rules.reduce<TaxRule | undefined>(
    (found, one) =>
      one.since <= day && (found === undefined || found.since < one.since) ? one : found,
    undefined,
  )
}

export function charges({ pkpSince }: Pick<TaxRegistration, 'pkpSince'>, day: LocalDate): boolean {
  return pkpSince !== null && pkpSince <= day
}

/** The tax within a price, as a fraction of the price: 11/111 unreduced. */
export function fractionOf({ rateBps, basePart, baseWhole }: TaxRule): [number, number] {
  const tax = rateBps * basePart
  return [tax, 10_000 * baseWhole + tax]
}

/** The tax that a price includes, rounded down. */
export function includedTax(price: Amount, rule: TaxRule): Amount {
  const [numerator, denominator] = fractionOf(rule)
  return portion(price, numerator, denominator, 'down')
}
