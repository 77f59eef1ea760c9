/**
 * A loan as it stands on a day: one pure function of its terms and its events. Whatever is stored
 * for speed (balance, next due date, days past due) is a copy of what this gives and can be
 * dropped and rebuilt.
 */

import type { Amount } from '#worker/kernel/money'
import { daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { isSettled, outstanding, owed } from '#worker/lending/loans/account'
import type { Instalment } from '#worker/lending/loans/account'
import { arrearsOn } from '#worker/lending/loans/arrears'
import type { Arrears } from '#worker/lending/loans/arrears'
import type { LoanEvent } from '#worker/lending/loans/events'
import { addParts, subtractParts, totalOf } from '#worker/lending/loans/parts'
import type { Parts } from '#worker/lending/loans/parts'
import { replay } from '#worker/lending/loans/replay'
import type { Allocation, Entry } from '#worker/lending/loans/replay'
import type { LoanTerms } from '#worker/lending/schedules/terms'

/** `overpaid` owes nothing and is owed something; money before a disbursement makes it so too. */
export type LoanStatus = 'notDisbursed' | 'active' | 'closed' | 'overpaid'

/** One instalment as it stands. */
export interface InstalmentState {
  readonly n: number
  readonly dueOn: LocalDate
  /** What is asked in all: planned and charged, less what was waived. */
  readonly asked: Parts
  readonly paid: Parts
  readonly owed: Parts
  /** Sum of what is owed. */
  readonly left: Amount
  readonly paidOn: LocalDate | undefined
  /** Days between the due date and the day it was paid, or else the day looked at. */
  readonly daysLate: number
}

export interface NextDue {
  readonly n: number
  readonly dueOn: LocalDate
  readonly amount: Amount
}

export interface Projection {
  readonly asOf: LocalDate
  readonly status: LoanStatus
  readonly instalments: readonly InstalmentState[]
  /** Everything that is still to be paid if the plan is kept. */
  readonly outstanding: Parts
  /** Of it, what is due up to and on the day. */
  readonly due: Parts
  readonly arrears: Arrears
  /** The first instalment due on the day or later with something left to pay. */
  readonly nextDue: NextDue | undefined
  readonly overpayment: Amount
  readonly allocations: readonly Allocation[]
  readonly entries: readonly Entry[]
}

function stateOf(instalment: Instalment, asOf: LocalDate): InstalmentState {
  const { n, dueOn, paid, paidOn, planned, charged, waived } = instalment
  const debt = owed(instalment)
  const left = totalOf(debt)
  const until = paidOn ?? (left === 0 ? dueOn : asOf)
  const asked = subtractParts(addParts(planned, charged), waived)
  const daysLate = Math.max(0, daysBetween(dueOn, until))
  return { n, dueOn, asked, paid, owed: debt, left, paidOn, daysLate }
}

function nextDueOn(instalments: readonly Instalment[], asOf: LocalDate): NextDue | undefined {
  const next = instalments.find((each) => each.dueOn >= asOf && !isSettled(each))
  if (next === undefined) return undefined
  return { n: next.n, dueOn: next.dueOn, amount: totalOf(owed(next)) }
}

function statusOf(isDisbursed: boolean, debt: Amount, overpayment: Amount): LoanStatus {
  if (debt > 0 || overpayment < 0) return 'active'
  if (overpayment > 0) return 'overpaid'
  return isDisbursed ? 'closed' : 'notDisbursed'
}

export function project(
  terms: LoanTerms,
  events: readonly LoanEvent[],
  asOf: LocalDate,
): Projection {
  const { account, unplaced, entries, allocations } = replay(terms, events, asOf)
  const instalments = account?.instalments ?? []
  const overpayment = account?.overpayment ?? unplaced
  const debt = outstanding(instalments)
  return {
    asOf,
    status: statusOf(account !== undefined, totalOf(debt), overpayment),
    instalments: instalments.map((each) => stateOf(each, asOf)),
    outstanding: debt,
    due: outstanding(instalments.filter((each) => each.dueOn <= asOf)),
    arrears: arrearsOn(instalments, asOf),
    nextDue: nextDueOn(instalments, asOf),
    overpayment,
    allocations,
    entries,
  }
}
