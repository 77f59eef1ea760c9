/**
 * What an offer costs at its dearest: the highest effective yearly rate of any loan within its limits.
 * Flat loans are dearest in the middle of their terms, fixed fees weigh most on small loans, and so does
 * an instalment rounded up; so every number of instalments is tried at the least and the greatest
 * principal and at the least one whose instalment is rounded up most; where interest is counted by days,
 * from each month of a year. Rates are hundredths of a percent, fees included, penalties not.
 */
import { addMonths, type LocalDate } from '#worker/kernel/calendar'
import { amount, type Amount } from '#worker/kernel/money'
import {
  effectiveRateOf,
  termsOf,
  type Offered,
  type Wanted,
} from '#worker/lending/loan-products/loan-product'
import { schedule } from '#worker/lending/schedules/schedule'

/** A loan of the offer and what it costs. */
export type Dearest = { rate: number; principal: Amount; instalments: number }

/** The numbers of instalments it can be lent for: with seasons, whole rounds of them. */
export function termsOffered({ minInstalments, maxInstalments, weights }: Offered): number[] {
  const step = Math.max(1, weights.length)
  const first = Math.ceil(minInstalments / step) * step
  const count = Math.floor((maxInstalments - first) / step) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => first + i * step)
}

/** The least principal whose instalment is rounded to the next multiple, and so by the most. */
function mostRounded(offer: Offered, instalments: number, disbursedOn: LocalDate): Amount {
  const { minPrincipal: principal, roundInstalmentTo: multiple, roundInstalment } = offer
  const terms = termsOf(offer, { principal, instalments, disbursedOn })
  const exact = schedule({ ...terms, roundInstalmentTo: 1 }).instalment
  const turn = schedule(terms).instalment + (roundInstalment === 'up' ? 0 : multiple / 2)
  const past = Math.ceil((principal * turn) / exact) + instalments
  return amount(Math.min(past, offer.maxPrincipal))
}

function* loansWithin(offer: Offered, on: LocalDate): Generator<Wanted> {
  const months = offer.interestPeriod === 'daily' ? 12 : 1
  const rounds = offer.roundInstalmentTo > 1 && offer.amortization === 'equalInstalment'
  for (const instalments of termsOffered(offer)) {
    const principals = new Set([offer.minPrincipal, offer.maxPrincipal])
    if (rounds) principals.add(mostRounded(offer, instalments, on))
    for (const principal of principals) {
      for (let month = 0; month < months; month++) {
        yield { principal, instalments, disbursedOn: addMonths(on, month) }
      }
    }
  }
}

export function dearest(offer: Offered, on: LocalDate): Dearest {
  let most: Dearest = {
    rate: 0,
    principal: offer.minPrincipal,
    instalments: offer.minInstalments,
  }
  for (const loan of loansWithin(offer, on)) {
    const rate = effectiveRateOf(termsOf(offer, loan))
    if (rate > most.rate) most = { rate, ...loan }
  }
  return { rate: most.rate, principal: most.principal, instalments: most.instalments }
}
