/**
 * Whether a loan can be counted at all: its last date must be one that can be written, and what it
 * costs at the very most must stay below 10^15. No schedule costs more than flat interest on the
 * whole principal over the whole term, since the balance never exceeds the principal.
 */

import { daysBetween, localDate } from '#worker/kernel/calendar'
import { PERIODS_A_YEAR } from '#worker/lending/offering/schedules/interest'
import { WHOLE } from '#worker/lending/offering/schedules/rate'
import { feeAmount } from '#worker/lending/offering/schedules/terms'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

const LAST_DAY = localDate('9999-12-31')
const MOST_MONEY = 5e14
const LONGEST_YEAR = 366
const SHORTEST_YEAR = 360

type Term = Pick<LoanTerms, 'disbursedOn' | 'firstDueOn' | 'instalments' | 'every' | 'unit'>

/** Years from the disbursement to the last due date, rounded up generously. */
function yearsOf({ disbursedOn, firstDueOn, instalments, every, unit }: Term): number {
  const untilFirst = firstDueOn === undefined ? 0 : daysBetween(disbursedOn, firstDueOn)
  return (instalments * every) / PERIODS_A_YEAR[unit] + untilFirst / SHORTEST_YEAR
}

export function endsInTime(term: Term): boolean {
  return yearsOf(term) < daysBetween(term.disbursedOn, LAST_DAY) / LONGEST_YEAR - 1
}

/** Fees and interest at their highest, in minor units. */
function dearest(terms: LoanTerms): number {
  const fees = terms.fees.map((fee) => {
    const times = fee.kind === 'perInstalment' ? terms.instalments : 1
    return feeAmount(fee, terms.principal) * times
  })
  const yearly = (terms.principal * terms.annualRate) / WHOLE
  const interest = yearly * yearsOf(terms) * (LONGEST_YEAR / SHORTEST_YEAR)
  return fees.reduce((total, fee) => total + fee, interest + terms.instalments)
}

/** Daily rates are exact fractions, whose numerators must add up over the term. */
function hasExactRates(terms: LoanTerms): boolean {
  if (terms.interestPeriod === 'perInstalment') return true
  const perDay = terms.dayCount === 'actual/actual' ? LONGEST_YEAR : 1
  return terms.annualRate * perDay * yearsOf(terms) * LONGEST_YEAR < Number.MAX_SAFE_INTEGER
}

export function isCountable(terms: LoanTerms): boolean {
  return dearest(terms) < MOST_MONEY && hasExactRates(terms)
}
