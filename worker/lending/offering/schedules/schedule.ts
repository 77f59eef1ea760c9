/**
 * The schedule of a loan: for each instalment what is due when, in minor units. Principal sums to
 * what was lent and the last balance is 0, whatever was rounded on the way; no part is ever below
 * 0. An instalment rounded up may pay the loan off early: the rows after it then hold nothing, not
 * even their fee.
 */

import { ZERO, add, amount, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  amortization,
  interestAt,
  principalAt,
} from '#worker/lending/offering/schedules/amortization'
import type { Amortization, Start } from '#worker/lending/offering/schedules/amortization'
import { dueDates } from '#worker/lending/offering/schedules/due-dates'
import type { DueDates } from '#worker/lending/offering/schedules/due-dates'
import { periodRates, restsAt } from '#worker/lending/offering/schedules/interest'
import type { PeriodRates } from '#worker/lending/offering/schedules/interest'
import { assertTerms, feeAmount } from '#worker/lending/offering/schedules/terms'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export interface ScheduleRow {
  /** From 1. */
  readonly n: number
  readonly dueOn: LocalDate
  /** Days of the period: as the day count has them where interest is daily, else those passed. */
  readonly days: number
  readonly principal: Amount
  readonly interest: Amount
  readonly fees: Amount
  readonly total: Amount
  /** Principal left after it. */
  readonly balance: Amount
}

export interface Totals {
  readonly principal: Amount
  readonly interest: Amount
  readonly fees: Amount
  readonly total: Amount
}

export interface Schedule {
  /** The level instalment without fees, or the first one's total where none is level. */
  readonly instalment: Amount
  readonly rows: readonly ScheduleRow[]
  /** Of the rows; what was paid or deducted at the disbursement stands apart. */
  readonly totals: Totals
  readonly feesAtDisbursement: Amount
}

/** What the rows follow from, reckoned once per schedule. */
export interface Plan {
  readonly terms: LoanTerms
  readonly dates: DueDates
  readonly rates: PeriodRates
  readonly amortization: Amortization
}

function feesAt(terms: LoanTerms, kind: 'atDisbursement' | 'perInstalment'): Amount {
  let total = ZERO
  for (const fee of terms.fees) {
    if (fee.kind === kind) total = add(total, feeAmount(fee, terms.principal))
  }
  return total
}

/** Taken before the first instalment, deducted or paid. */
export function feesAtDisbursement(terms: LoanTerms): Amount {
  return feesAt(terms, 'atDisbursement')
}

/** Fees on a date are due with the first instalment on or after it, or else with the last. */
function datedFees(terms: LoanTerms, dueOn: readonly LocalDate[], index: number): Amount {
  let total = ZERO
  for (const fee of terms.fees) {
    if (fee.kind !== 'onDate') continue
    const found = dueOn.findIndex((date) => date >= fee.on)
    const at = found === -1 ? dueOn.length - 1 : found
    if (at === index) total = add(total, feeAmount(fee, terms.principal))
  }
  return total
}

/** Dates and rates may be given where they differ from those that the terms alone would have. */
export function planOf(terms: LoanTerms, start?: Start, given: Partial<Plan> = {}): Plan {
  const dates = given.dates ?? dueDates(terms)
  const rates = given.rates ?? periodRates(terms, dates)
  const from = start ?? { first: 0, balance: terms.principal }
  return { terms, dates, rates, amortization: amortization(terms, rates, from) }
}

/** The rows from a start on, each with the interest that it bears, whenever that is paid. */
export function plannedRows(plan: Plan, start: Start): ScheduleRow[] {
  const { terms, dates, rates } = plan
  const { dueOn } = dates
  const { instalments, graceOnPrincipal, fees } = terms
  const regularFee = fees.length === 0 ? ZERO : feesAt(terms, 'perInstalment')
  const rows: ScheduleRow[] = []
  let before = start.balance
  let bearing = before
  for (let index = start.first; index < instalments; index++) {
    if (before === 0 || restsAt(index, terms)) bearing = before
    const isBorne = index === start.first && start.interest !== undefined
    const interest = isBorne ? start.interest : interestAt(index, bearing, plan)
    let principal = before
    if (index < graceOnPrincipal) principal = ZERO
    else if (index < instalments - 1) {
      const wanted = principalAt(index, interest, plan.amortization)
      principal = wanted < 0 ? ZERO : wanted < before ? wanted : before
    }
    const isOver = before === 0 && interest === 0
    const fee = isOver ? ZERO : regularFee
    const rowFees = fees.length === 0 ? fee : add(fee, datedFees(terms, dueOn, index))
    const balance = subtract(before, principal)
    rows.push({
      n: index + 1,
      dueOn: dueOn[index] ?? terms.disbursedOn,
      days: rates.days[index] ?? 0,
      principal,
      interest,
      fees: rowFees,
      total: add(add(principal, interest), rowFees),
      balance,
    })
    before = balance
  }
  return rows
}

/** Interest of the first instalments waits for the one after them; the principal is not touched. */
export function collectInterestLater(rows: readonly ScheduleRow[], grace: number): ScheduleRow[] {
  let waiting = ZERO
  return rows.map((row) => {
    const interest = row.n <= grace ? ZERO : add(row.interest, waiting)
    waiting = row.n <= grace ? add(waiting, row.interest) : ZERO
    return { ...row, interest, total: add(add(row.principal, interest), row.fees) }
  })
}

function totalsOf(rows: readonly ScheduleRow[]): Totals {
  let principal = 0
  let interest = 0
  let fees = 0
  for (const row of rows) {
    principal += row.principal
    interest += row.interest
    fees += row.fees
  }
  return {
    principal: amount(principal),
    interest: amount(interest),
    fees: amount(fees),
    total: amount(principal + interest + fees),
  }
}

export function schedule(terms: LoanTerms): Schedule {
  assertTerms(terms)
  const start = { first: 0, balance: terms.principal }
  const plan = planOf(terms, start)
  const planned = plannedRows(plan, start)
  const grace = terms.graceOnInterestPayment
  const rows = grace === 0 ? planned : collectInterestLater(planned, grace)
  return {
    instalment: plan.amortization.instalment ?? rows[0]?.total ?? ZERO,
    rows,
    totals: totalsOf(rows),
    feesAtDisbursement: feesAtDisbursement(terms),
  }
}
