/**
 * The payoff quote that a borrower is given: what closes the loan if it is paid on that day, line
 * by line with its arithmetic. It holds for that day alone, since interest runs on.
 */

import { ZERO, add, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { least, withoutNegative } from '#worker/lending/loans/account'
import type { LoanEvent } from '#worker/lending/loans/events'
import { figures } from '#worker/lending/schedules/figures'
import type { Language } from '#worker/lending/schedules/figures'
import { NOTHING, PARTS, only, totalOf } from '#worker/lending/loans/parts'
import type { Parts } from '#worker/lending/loans/parts'
import { payoffOf } from '#worker/lending/loans/payoff'
import type { Payoff } from '#worker/lending/loans/payoff'
import { replay } from '#worker/lending/loans/replay'
import type { LoanTerms, Part } from '#worker/lending/schedules/terms'

export interface PayoffLine {
  /**
   * Due by the day, to come, interest of the running period, kept back by a grace, paid ahead;
   * or the claim that is left of a loan that was written off.
   */
  readonly of: 'due' | 'principalToCome' | 'charges' | 'running' | 'waiting' | 'paidAhead' | 'claim'
  readonly part: Part
  readonly amount: Amount
  /** How the amount comes about, where it is not simply read off the schedule. */
  readonly arithmetic?: string
}

export interface PayoffQuote {
  readonly on: LocalDate
  readonly total: Amount
  readonly parts: Parts
  /** Their sum is the total, line by line above zero but for interest paid ahead. */
  readonly lines: readonly PayoffLine[]
}

function linesOf(of: PayoffLine['of'], parts: Parts): PayoffLine[] {
  return PARTS.filter((part) => parts[part] !== 0).map((part) => ({
    of,
    part,
    amount: parts[part],
  }))
}

function interestLines(payoff: Payoff, say: (a: Amount) => string): PayoffLine[] {
  const { running, waiting, paidAhead } = payoff
  const lines: PayoffLine[] = []
  if (running !== undefined && running.interest > 0) {
    const { borne, elapsed, period, interest } = running
    const arithmetic = `${say(borne)} × ${elapsed} / ${period} = ${say(interest)}`
    lines.push({ of: 'running', part: 'interest', amount: interest, arithmetic })
  }
  if (waiting > 0) lines.push({ of: 'waiting', part: 'interest', amount: waiting })
  const accrued = add(running?.interest ?? ZERO, withoutNegative(waiting))
  const ahead = add(paidAhead, withoutNegative(subtract(ZERO, waiting)))
  const takenOff = least(ahead, accrued)
  if (takenOff > 0) {
    lines.push({ of: 'paidAhead', part: 'interest', amount: subtract(ZERO, takenOff) })
  }
  return lines
}

/** What closes the loan on a day; undefined before the disbursement. */
export function payoffOn(
  terms: LoanTerms,
  events: readonly LoanEvent[],
  on: LocalDate,
): Payoff | undefined {
  const { account } = replay(terms, events, on)
  return account === undefined ? undefined : payoffOf(account, on)
}

/** Undefined before the disbursement, when there is nothing to pay off. */
export function payoffQuote(
  terms: LoanTerms,
  events: readonly LoanEvent[],
  on: LocalDate,
  language: Language = 'id',
): PayoffQuote | undefined {
  const payoff = payoffOn(terms, events, on)
  if (payoff === undefined) return undefined
  const say = (a: Amount) => figures(a, terms.currencyExponent, language)
  const lines = [
    ...linesOf('due', payoff.due),
    ...linesOf('principalToCome', { ...NOTHING, principal: payoff.principal }),
    ...interestLines(payoff, say),
    ...linesOf('charges', payoff.charges),
    ...linesOf('claim', only('principal', payoff.claim)),
  ]
  return { on, total: totalOf(payoff.parts), parts: payoff.parts, lines }
}
