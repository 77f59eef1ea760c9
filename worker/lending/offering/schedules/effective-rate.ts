/**
 * The effective yearly rate in percent: the rate that makes what the borrower pays back worth what
 * she received, fees at disbursement taken off whether deducted or paid. Where instalments follow
 * one another evenly each is one period, and the yearly rate is (1 + i)^(periods a year) - 1, with
 * 12, 52 or 365 periods / every (a spreadsheet's IRR or RATE, then EFFECT). Where the first
 * instalment comes earlier or later than that, every payment counts by its days / 365 (XIRR).
 */

import { daysBetween } from '#worker/kernel/calendar'
import { startsEvenly } from '#worker/lending/offering/schedules/due-dates'
import { PERIODS_A_YEAR } from '#worker/lending/offering/schedules/interest'
import type { Schedule } from '#worker/lending/offering/schedules/schedule'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

interface Payment {
  readonly amount: number
  /** Periods, or years, after the disbursement. */
  readonly after: number
}

const MOST_STEPS = 1000
const HIGHEST_PERCENT = 1e12

/**
 * The rate at which the payments are worth `received`. Their worth falls and is convex in the rate,
 * so Newton's steps from 0 rise towards the root and cannot pass it.
 */
export function internalRate(received: number, payments: readonly Payment[]): number {
  let rate = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    let worth = 0
    let slope = 0
    for (const { amount, after } of payments) {
      const today = amount * (1 + rate) ** -after
      worth += today
      slope += (after * today) / (1 + rate)
    }
    if (slope === 0) return rate
    const next = rate + (worth - received) / slope
    if (next <= rate || next - rate < 1e-16 * (1 + rate)) return rate
    rate = next
  }
  return rate
}

function yearlyRate(terms: LoanTerms, { rows, feesAtDisbursement }: Schedule): number {
  const received = terms.principal - feesAtDisbursement
  if (startsEvenly(terms)) {
    const payments = rows.map(({ total, n }) => ({ amount: total, after: n }))
    const periods = PERIODS_A_YEAR[terms.unit] / terms.every
    return Math.expm1(periods * Math.log1p(internalRate(received, payments)))
  }
  const payments = rows.map(({ total, dueOn }) => ({
    amount: total,
    after: daysBetween(terms.disbursedOn, dueOn) / 365,
  }))
  return internalRate(received, payments)
}

/** Percent with two decimals; undefined where fees leave nothing or the rate passes 10^12 %. */
export function effectiveAnnualRate(terms: LoanTerms, schedule: Schedule): number | undefined {
  if (terms.principal <= schedule.feesAtDisbursement) return undefined
  const percent = yearlyRate(terms, schedule) * 100
  return percent <= HIGHEST_PERCENT ? Math.round(percent * 100) / 100 : undefined
}
