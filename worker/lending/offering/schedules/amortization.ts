/**
 * How the principal comes back. Equal instalment: the level amount, rounded once, less the
 * interest. Equal principal: round(P / n). Weighted: shares of P by weights. Flat interest is the
 * same in each period, so with it equal instalments and equal principal are one schedule: interest
 * round(P × rate), of the whole term round(P × rate × n), instalment round((P + that) / n). Grace
 * on principal comes first; what follows is set over the instalments after it. What a rule asks
 * for may be more than is left, or below 0 (an instalment rounded down below its interest); the
 * schedule takes what there is, and its last instalment all of it.
 */

import { ZERO, allocate, portion, subtract, sum, times } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { interestOn } from '#worker/lending/offering/schedules/interest'
import type { PeriodRates } from '#worker/lending/offering/schedules/interest'
import { levelInstalment } from '#worker/lending/offering/schedules/level'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export interface Amortization {
  /** The level instalment: principal is what it leaves after interest. */
  readonly instalment: Amount | undefined
  /** Or else the principal of each instalment, by index. */
  readonly principal: readonly Amount[] | undefined
  /** Interest of each instalment where it is flat; otherwise it follows from the balance. */
  readonly interest: readonly Amount[] | undefined
}

/** From which instalment on, and for how much, the principal is planned. */
export interface Start {
  readonly first: number
  readonly balance: Amount
  /** Interest of that instalment, where part of its period has already passed. */
  readonly interest?: Amount
}

/** Flat interest of every instalment; the last one has what is left of the whole term's. */
export function flatInterest(terms: LoanTerms, rates: PeriodRates): Amount[] {
  const { numerators, denominator } = rates
  const yearly = numerators.reduce((total, each) => total + each, 0)
  let left = portion(terms.principal, yearly, denominator, terms.rounding)
  return numerators.map((_, index) => {
    const even = interestOn(terms.principal, index, rates, terms.rounding)
    const interest = index === numerators.length - 1 || even > left ? left : even
    left = subtract(left, interest)
    return interest
  })
}

function flat(terms: LoanTerms, rates: PeriodRates, start: Start): Amortization {
  const interest = flatInterest(terms, rates)
  const from = Math.max(start.first, terms.graceOnPrincipal)
  const owed = sum([start.balance, ...interest.slice(from)])
  const { roundInstalmentTo: multiple, roundInstalment } = terms
  const multiples = portion(owed, 1, (terms.instalments - from) * multiple, roundInstalment)
  return { instalment: times(multiples, multiple), principal: undefined, interest }
}

function equalInstalment(terms: LoanTerms, rates: PeriodRates, start: Start): Amortization {
  const instalment = levelInstalment({
    balance: start.balance,
    rates,
    from: Math.max(start.first, terms.graceOnPrincipal),
    multiple: terms.roundInstalmentTo,
    rounding: terms.roundInstalment,
  })
  return { instalment, principal: undefined, interest: undefined }
}

function equalPrincipal(terms: LoanTerms, { first, balance }: Start): Amortization {
  const count = terms.instalments - Math.max(first, terms.graceOnPrincipal)
  const part = portion(balance, 1, count, terms.rounding)
  const principal = new Array<Amount>(terms.instalments).fill(part)
  return { instalment: undefined, principal, interest: undefined }
}

function weighted(terms: LoanTerms, rates: PeriodRates, { first, balance }: Start): Amortization {
  const from = Math.max(first, terms.graceOnPrincipal)
  const weights = (terms.weights ?? []).map((weight, index) => (index < from ? 0 : weight))
  const interest = terms.interestMethod === 'flat' ? flatInterest(terms, rates) : undefined
  return { instalment: undefined, principal: allocate(balance, weights), interest }
}

export function amortization(terms: LoanTerms, rates: PeriodRates, start: Start): Amortization {
  if (terms.amortization === 'weighted') return weighted(terms, rates, start)
  if (terms.interestMethod === 'flat') return flat(terms, rates, start)
  if (terms.amortization === 'equalPrincipal') return equalPrincipal(terms, start)
  return equalInstalment(terms, rates, start)
}

/** Interest of the instalment at the index, on the balance before it. */
export function interestAt(
  index: number,
  balance: Amount,
  {
    amortization,
    rates,
    terms,
  }: { amortization: Amortization; rates: PeriodRates; terms: LoanTerms },
): Amount {
  if (amortization.interest !== undefined) return amortization.interest[index] ?? ZERO
  return interestOn(balance, index, rates, terms.rounding)
}

/** Principal that the rule asks of the instalment at the index, once the grace is over. */
export function principalAt(
  index: number,
  interest: Amount,
  { instalment, principal }: Amortization,
) {
  if (instalment !== undefined) return subtract(instalment, interest)
  return principal?.[index] ?? ZERO
}
