/**
 * What a borrower is told who asks what would close her loan: the sum of one day, from today on and not
 * too far ahead, what it becomes if she pays later, and what she is spared of the plan. It stands on what
 * was recorded so far: whatever she pays meanwhile is taken off. Refuses any other day.
 */
import { addDays, type LocalDate } from '#worker/kernel/calendar'
import { ZERO, subtract, type Amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { outside, type Given } from '#worker/lending/servicing/loans/change'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import {
  payoffOn,
  payoffQuote,
  type PayoffQuote,
} from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import type { Language } from '#worker/lending/offering/schedules/figures'

const MOST_DAYS_AHEAD = 90

export type OfferedPayoff = PayoffQuote & {
  countedOn: LocalDate
  /** The last day that may be asked for. */
  lastDay: LocalDate
  /** The number of the last event that it counts. */
  version: number
  /** What it is on days after it, in order. */
  later: readonly { on: LocalDate; total: Amount; more: Amount }[]
  /** What keeping to the plan would cost more. */
  spared: Amount
}

type Asked = { on?: LocalDate | undefined; language: Language }

export function offerPayoff(given: Given, { on = given.today, language }: Asked): OfferedPayoff {
  const { loan, events, today } = given
  const lastDay = addDays(today, MOST_DAYS_AHEAD)
  if (on < today || on > lastDay) {
    throw outside(
      '/on',
      sentence(`Pilih hari dari ${today} sampai ${lastDay}.`, `A day from ${today} to ${lastDay}.`),
    )
  }
  const quote = found(payoffQuote(loan.terms, events, on, language), 'payoff')
  const { outstanding, instalments } = project(loan.terms, events, on)
  const nextDue = instalments.find(({ dueOn, left }) => dueOn > on && left > 0)?.dueOn
  const days = [addDays(on, 1), addDays(on, 7), ...(nextDue === undefined ? [] : [nextDue])]
  const later = quote.total === 0 ? [] : [...new Set(days)].toSorted()
  return {
    ...quote,
    countedOn: today,
    lastDay,
    version: loan.version,
    later: later.map((day) => ({ on: day, ...onLater(given, quote, day) })),
    spared: loan.status === 'active' ? subtract(totalOf(outstanding), quote.total) : ZERO,
  }
}

function onLater({ loan, events }: Given, { total: before }: PayoffQuote, day: LocalDate) {
  const { parts } = found(payoffOn(loan.terms, events, day), 'payoff')
  const total = totalOf(parts)
  return { total, more: subtract(total, before) }
}
