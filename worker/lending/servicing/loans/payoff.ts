/**
 * What pays a loan off on a day: all that is due by then, the principal that is left, the charges,
 * and of the running period's interest the share of its days that have passed (by the day count
 * where interest is daily, by calendar days otherwise), rounded once. Interest already paid ahead
 * is taken off, never below zero, so a payoff on the day of the disbursement costs none. Fees of
 * instalments that are not due yet fall away.
 */

import { ZERO, add, portion, subtract, sum } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { addDays, daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  outstanding,
  waitingInterest,
  withoutNegative,
} from '#worker/lending/servicing/loans/account'
import type { Account, Instalment, Span } from '#worker/lending/servicing/loans/account'
import { partOfYear } from '#worker/lending/offering/schedules/day-count'
import {
  NOTHING,
  addParts,
  only,
  subtractParts,
  sumParts,
} from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export interface RunningInterest {
  /** The day on which the period began. */
  readonly from: LocalDate
  /** Of the whole period. */
  readonly borne: Amount
  readonly elapsed: number
  readonly period: number
  readonly interest: Amount
}

export interface Payoff {
  readonly parts: Parts
  /** Still claimed of a loan that was written off; then it is all that there is to pay. */
  readonly claim: Amount
  /** Unpaid of instalments due up to the day. */
  readonly due: Parts
  /** Principal of instalments to come. */
  readonly principal: Amount
  /** Fees and penalties charged, to be due with instalments to come. */
  readonly charges: Parts
  readonly running: RunningInterest | undefined
  /**
   * Interest of earlier periods that a grace or a reschedule keeps from being due; below zero what
   * was paid ahead of a reschedule.
   */
  readonly waiting: Amount
  /** Interest paid ahead, which is taken off. */
  readonly paidAhead: Amount
}

function lengthOf({ interestPeriod, dayCount }: LoanTerms, from: LocalDate, to: LocalDate): number {
  if (to <= from) return 0
  return interestPeriod === 'perInstalment' ? daysBetween(from, to) : partOfYear(dayCount, from, to)
}

/** The day without those before it that bear no interest: where it would stand had there been none. */
function countedDay(day: LocalDate, idle: readonly Span[]): LocalDate {
  const free = idle.reduce((days, { from, until }) => {
    const last = until < day ? until : day
    return days + Math.max(0, daysBetween(from, last))
  }, 0)
  return free === 0 ? day : addDays(day, -free)
}

/** How much of the period has passed, and of how much: without days that bear no interest. */
export function passed(
  terms: LoanTerms,
  { from, dueOn, idle }: Instalment,
  on: LocalDate,
): [elapsed: number, period: number] {
  const period = lengthOf(terms, from, countedDay(dueOn, idle))
  return [Math.min(period, lengthOf(terms, from, countedDay(on, idle))), period]
}

function runningInterest(terms: LoanTerms, instalment: Instalment, on: LocalDate): RunningInterest {
  const { from, borne } = instalment
  const [elapsed, period] = passed(terms, instalment, on)
  const interest = period === 0 ? ZERO : portion(borne, elapsed, period, terms.rounding)
  return { from, borne, elapsed, period, interest }
}

/** Of an instalment to come: what was charged on top of its plan. */
function unpaidCharges({ charged, waived, lost, paid }: Instalment): Parts {
  const left = subtractParts(charged, addParts(addParts(waived, lost), paid))
  const fees = withoutNegative(left.fees)
  return { ...NOTHING, fees, penalties: withoutNegative(left.penalties) }
}

const NO_PAYOFF: Payoff = {
  parts: NOTHING,
  claim: ZERO,
  due: NOTHING,
  principal: ZERO,
  charges: NOTHING,
  running: undefined,
  waiting: ZERO,
  paidAhead: ZERO,
}

export function payoffOf(account: Account, on: LocalDate): Payoff {
  if (account.loss !== undefined) {
    const claim = subtract(account.loss.claim, account.recovered)
    return { ...NO_PAYOFF, parts: only('principal', claim), claim }
  }
  const { terms } = account.plan
  const isDue = (each: Instalment) => each.dueOn <= on
  const due = outstanding(account.instalments.filter(isDue))
  const later = account.instalments.filter((each) => !isDue(each))
  const charges = sumParts(later.map(unpaidCharges))
  const principal = outstanding(later).principal
  const paidAhead = sum(later.map((each) => add(each.paid.interest, each.waived.interest)))
  const first = later[0]
  const running = first === undefined ? undefined : runningInterest(terms, first, on)
  const carried = sum(later.map((each) => each.charged.interest))
  const waiting = add(waitingInterest(account, on), carried)
  const accrued = subtract(add(running?.interest ?? ZERO, waiting), paidAhead)
  const interest = only('interest', withoutNegative(accrued))
  const parts = addParts(addParts(due, charges), { ...interest, principal })
  return { parts, claim: ZERO, due, principal, charges, running, waiting, paidAhead }
}
