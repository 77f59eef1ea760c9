/**
 * A loan as it stands on a day: one pure function of its terms and its events. Whatever is stored
 * for speed (balance, next due date, days past due) is a copy of what this gives and can be
 * dropped and rebuilt.
 */

import { ZERO } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { demanded, isSettled, outstanding, owed } from '#worker/lending/servicing/loans/account'
import type { Account, Instalment, Lateness } from '#worker/lending/servicing/loans/account'
import { arrearsOn } from '#worker/lending/servicing/loans/arrears'
import type { Arrears } from '#worker/lending/servicing/loans/arrears'
import { claimOf } from '#worker/lending/servicing/loans/concessions'
import type { Entry } from '#worker/lending/servicing/loans/entry'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { subtractParts, totalOf } from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { replay } from '#worker/lending/servicing/loans/replay'
import type { Allocation } from '#worker/lending/servicing/loans/replay'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

/** `overpaid` owes nothing and is owed something; money before a disbursement makes it so too. */
export type LoanStatus = 'notDisbursed' | 'active' | 'closed' | 'overpaid' | 'written-off'

/** One instalment as it stands. */
export interface InstalmentState {
  readonly n: number
  readonly dueOn: LocalDate
  /** What is asked in all: planned, charged and penalties by rule, less what was waived. */
  readonly asked: Parts
  readonly paid: Parts
  readonly owed: Parts
  /** Sum of what is owed. */
  readonly left: Amount
  readonly paidOn: LocalDate | undefined
  /** The day on which its rest was planned anew or written off. */
  readonly endedOn: LocalDate | undefined
  /** Penalties by rule so far, and the days that they count. */
  readonly penalized: Amount
  readonly late: readonly Lateness[]
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
  /** Principal handed over so far. */
  readonly drawn: Amount
  /** Principal given up by a write-off, what is still claimed of it, and what came back. */
  readonly writtenOff: Amount
  readonly claim: Amount
  readonly recovered: Amount
  readonly rescheduledOn: LocalDate | undefined
  /** Where the last pause ends, also when it has ended. */
  readonly pausedUntil: LocalDate | undefined
  readonly allocations: readonly Allocation[]
  readonly entries: readonly Entry[]
}

function stateOf(instalment: Instalment, asOf: LocalDate): InstalmentState {
  const { n, dueOn, paid, paidOn, endedOn, penalized, late } = instalment
  const debt = owed(instalment)
  const left = totalOf(debt)
  const until = endedOn ?? paidOn ?? (left === 0 ? dueOn : asOf)
  const asked = subtractParts(demanded(instalment), instalment.waived)
  const daysLate = Math.max(0, daysBetween(dueOn, until))
  return { n, dueOn, asked, paid, owed: debt, left, paidOn, endedOn, penalized, late, daysLate }
}

function nextDueOn(instalments: readonly Instalment[], asOf: LocalDate): NextDue | undefined {
  const next = instalments.find((each) => each.dueOn >= asOf && !isSettled(each))
  if (next === undefined) return undefined
  return { n: next.n, dueOn: next.dueOn, amount: totalOf(owed(next)) }
}

function statusOf(account: Account | undefined, debt: Amount, overpayment: Amount): LoanStatus {
  if (account?.loss !== undefined) return 'written-off'
  if (debt > 0 || overpayment < 0) return 'active'
  if (overpayment > 0) return 'overpaid'
  return account !== undefined ? 'closed' : 'notDisbursed'
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
  const shown = [...(account?.past ?? []), ...instalments]
  return {
    asOf,
    status: statusOf(account, totalOf(debt), overpayment),
    instalments: shown.map((each) => stateOf(each, asOf)),
    outstanding: debt,
    due: outstanding(instalments.filter((each) => each.dueOn <= asOf)),
    arrears: arrearsOn(instalments, asOf),
    nextDue: nextDueOn(instalments, asOf),
    overpayment,
    drawn: account?.drawn ?? ZERO,
    writtenOff: account?.loss?.principal ?? ZERO,
    claim: account === undefined ? ZERO : claimOf(account),
    recovered: account?.recovered ?? ZERO,
    rescheduledOn: account?.rescheduledOn,
    pausedUntil: account?.pauses.at(-1)?.until,
    allocations,
    entries,
  }
}
