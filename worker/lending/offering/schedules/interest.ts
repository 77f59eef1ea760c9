/**
 * The rate of each instalment's period, exactly. Per instalment it is the yearly rate × every / 12,
 * 52 or 365, however many days the period has; daily it is the yearly rate × the part of a year
 * that the day count gives. Interest is then round(balance × period rate), rounded once. The balance is
 * the one before the instalment, or with annual rests the one with which the year of the loan began, as
 * BUMN partnership loans have it: PER-6/MBU/09/2022, 3 % a year of the balance at the start of the year.
 */

import { portion } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { YEAR, countedDays, partOfYear } from '#worker/lending/offering/schedules/day-count'
import type { DueDates } from '#worker/lending/offering/schedules/due-dates'
import { WHOLE } from '#worker/lending/offering/schedules/rate'
import type { LoanTerms, Unit } from '#worker/lending/offering/schedules/terms'

export const PERIODS_A_YEAR: Record<Unit, number> = { month: 12, week: 52, day: 365 }

export interface PeriodRates {
  /** One per instalment, over the one denominator; 0 where the instalment is free of interest. */
  readonly numerators: readonly number[]
  readonly denominator: number
  /** The days each instalment's interest is counted for. */
  readonly days: readonly number[]
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}

function perInstalment(terms: LoanTerms, { days }: DueDates): PeriodRates {
  const yearly = terms.annualRate * terms.every
  const numerators = new Array<number>(terms.instalments).fill(yearly)
  const free = terms.interestFreeInstalments
  if (free > 0) numerators.fill(0, 0, free)
  return { numerators, denominator: WHOLE * PERIODS_A_YEAR[terms.unit], days }
}

function daily(terms: LoanTerms, { dueOn }: DueDates): PeriodRates {
  const common = greatestCommonDivisor(WHOLE, terms.annualRate)
  const { dayCount, disbursedOn, interestFreeInstalments } = terms
  const days: number[] = []
  const numerators: number[] = []
  dueOn.forEach((date, index) => {
    const from = dueOn[index - 1] ?? disbursedOn
    const part = index < interestFreeInstalments ? 0 : partOfYear(dayCount, from, date)
    days.push(countedDays(dayCount, from, date))
    numerators.push((terms.annualRate / common) * part)
  })
  return { numerators, denominator: (WHOLE / common) * YEAR[dayCount], days }
}

export function periodRates(terms: LoanTerms, dates: DueDates): PeriodRates {
  if (terms.interestPeriod === 'perInstalment') return perInstalment(terms, dates)
  const rates = daily(terms, dates)
  const all = rates.numerators.reduce((total, each) => total + each, 0)
  if (!Number.isSafeInteger(all)) throw new RangeError('the loan is too long for its daily rate')
  return rates
}

/** Whether interest is borne on a new balance from the instalment at that index on. */
export function restsAt(index: number, { rest, every, unit }: LoanTerms): boolean {
  const yearOf = (at: number) => Math.floor((at * every) / PERIODS_A_YEAR[unit])
  return rest !== 'year' || index === 0 || yearOf(index) > yearOf(index - 1)
}

/** Interest of the instalment at that index on that balance. */
export function interestOn(
  balance: Amount,
  index: number,
  rates: PeriodRates,
  rounding: LoanTerms['rounding'],
): Amount {
  return portion(balance, rates.numerators[index] ?? 0, rates.denominator, rounding)
}
