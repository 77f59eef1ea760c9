/**
 * What an offer costs at its dearest: the highest effective yearly rate of any loan within its limits.
 * Flat loans are dearest in the middle of their terms, fixed fees weigh most on small loans, and so does
 * an instalment rounded up; so every number of instalments is tried at the least and the greatest
 * principal and at the least one whose instalment is rounded up most; where interest is counted by days,
 * the dearest and the shortest also from each other month of a year. Rates are hundredths of a percent,
 * fees included, penalties not.
 */
import { addMonths, type LocalDate } from '#worker/kernel/calendar'
import { amount, type Amount } from '#worker/kernel/money'
import {
  effectiveRateOf,
  termsOf,
  type Offered,
  type Wanted,
} from '#worker/lending/offering/loan-products/loan-product'
import { schedule } from '#worker/lending/offering/schedules/schedule'

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

const MONTHS = 12

/** Every number of instalments, at each principal that may be dear, disbursed on the day. */
function* loansWithin(offer: Offered, disbursedOn: LocalDate): Generator<Wanted> {
  const rounds = offer.roundInstalmentTo > 1 && offer.amortization === 'equalInstalment'
  for (const instalments of termsOffered(offer)) {
    const principals = new Set([offer.minPrincipal, offer.maxPrincipal])
    if (rounds) principals.add(mostRounded(offer, instalments, disbursedOn))
    for (const principal of principals) yield { principal, instalments, disbursedOn }
  }
}

/** The same loans, and the shortest, begun in each other month of a year. */
function* inOtherMonths(offer: Offered, { principal, instalments }: Dearest, on: LocalDate) {
  const counts = new Set([instalments, termsOffered(offer)[0] ?? instalments])
  for (let month = 1; month < MONTHS; month++) {
    const disbursedOn = addMonths(on, month)
    for (const count of counts) yield { principal, instalments: count, disbursedOn }
  }
}

export function dearest(offer: Offered, on: LocalDate): Dearest {
  const { minPrincipal: principal, minInstalments: instalments } = offer
  let most: Dearest = { rate: 0, principal, instalments }
  const weigh = (loan: Wanted) => {
    const rate = effectiveRateOf(termsOf(offer, loan))
    if (rate > most.rate) most = { rate, principal: loan.principal, instalments: loan.instalments }
  }
  for (const loan of loansWithin(offer, on)) weigh(loan)
  if (offer.interestPeriod === 'daily') {
    for (const loan of inOtherMonths(offer, most, on)) weigh(loan)
  }
  return most
}
