/**
 * A disbursed loan between two events: its instalments with what was planned, charged, waived,
 * given up and paid of each, and what was paid too much. What is owed of principal, what was paid
 * and what was given up always sum to what was handed over.
 */

import { ZERO, add, amount, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  NOTHING,
  PARTS,
  addParts,
  only,
  sumParts,
  totalOf,
} from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { planOf, plannedRows } from '#worker/lending/offering/schedules/schedule'
import type { Plan, ScheduleRow } from '#worker/lending/offering/schedules/schedule'
import { assertTerms } from '#worker/lending/offering/schedules/terms'
import type { LoanTerms, Part } from '#worker/lending/offering/schedules/terms'

/** Begins on `from` and ends before `until`. */
export interface Span {
  readonly from: LocalDate
  readonly until: LocalDate
}

/** Days on which a penalty by rule was counted, and what was overdue on each of them. */
export interface Lateness extends Span {
  readonly days: number
  readonly base: Amount
}

export interface Instalment {
  readonly n: number
  /** Its period begins on this day and ends before the due date. */
  readonly from: LocalDate
  readonly dueOn: LocalDate
  /** Interest that its period bears; during a grace on interest payment it is due later. */
  readonly borne: Amount
  readonly planned: Parts
  readonly charged: Parts
  /** Penalties by rule so far, and the days that they count. */
  readonly penalized: Amount
  readonly late: readonly Lateness[]
  readonly waived: Parts
  /** Given up: the principal of a discount, all of a write-off. */
  readonly lost: Parts
  readonly paid: Parts
  /** The day on which nothing of it was left to pay. */
  readonly paidOn: LocalDate | undefined
  /** The day on which its rest was planned anew or written off. */
  readonly endedOn: LocalDate | undefined
  /** Days of its period that bear no interest. */
  readonly idle: readonly Span[]
}

/** What was given up on a day, and what is still claimed: all that was owed then. */
export interface Loss {
  readonly on: LocalDate
  readonly principal: Amount
  readonly claim: Amount
}

export interface Account {
  readonly plan: Plan
  /** The number of the last instalment before those of the plan. */
  readonly offset: number
  /** Instalments that a reschedule has ended: nothing is owed of them. */
  readonly past: readonly Instalment[]
  readonly instalments: readonly Instalment[]
  /** A debt to the borrower; below zero where a refund was later found to be too much. */
  readonly overpayment: Amount
  /** Principal handed over so far. */
  readonly drawn: Amount
  readonly pauses: readonly Span[]
  readonly rescheduledOn: LocalDate | undefined
  readonly loss: Loss | undefined
  readonly recovered: Amount
  /** Penalties by rule are counted up to this day. */
  readonly countedTo: LocalDate
}

/** What is left to pay of it: never below zero, also where less was planned after a waiver. */
export function owed(instalment: Instalment): Parts {
  return {
    interest: owedOf(instalment, 'interest'),
    principal: owedOf(instalment, 'principal'),
    fees: owedOf(instalment, 'fees'),
    penalties: owedOf(instalment, 'penalties'),
  }
}

function owedOf(instalment: Instalment, part: Part): Amount {
  const { planned, charged, penalized, waived, lost, paid } = instalment
  const asked = planned[part] + charged[part] + (part === 'penalties' ? penalized : 0)
  const left = asked - waived[part] - lost[part] - paid[part]
  return left > 0 ? amount(left) : ZERO
}

/** Planned, charged, and penalties by rule. */
export function demanded({ planned, charged, penalized }: Instalment): Parts {
  const sum = addParts(planned, charged)
  return penalized === 0 ? sum : addParts(sum, only('penalties', penalized))
}

export function isSettled(instalment: Instalment): boolean {
  return totalOf(owed(instalment)) === 0
}

export function outstanding(instalments: readonly Instalment[]): Parts {
  return sumParts(instalments.map(owed))
}

type Place = Pick<Account, 'plan' | 'offset'>

/** The place of an instalment in the plan, from 1. */
export function placeOf({ n }: Instalment, { offset }: Place): number {
  return n - offset
}

export function planned(row: ScheduleRow, at: Place, before?: Instalment): Instalment {
  const { interest, principal, fees } = row
  const { dates, terms } = at.plan
  return {
    n: row.n + at.offset,
    from: dates.dueOn[row.n - 2] ?? terms.disbursedOn,
    dueOn: row.dueOn,
    borne: row.interest,
    planned: { interest, principal, fees, penalties: ZERO },
    charged: before?.charged ?? NOTHING,
    penalized: before?.penalized ?? ZERO,
    late: before?.late ?? [],
    waived: before?.waived ?? NOTHING,
    lost: before?.lost ?? NOTHING,
    paid: before?.paid ?? NOTHING,
    paidOn: before?.paidOn,
    endedOn: before?.endedOn,
    idle: before?.idle ?? [],
  }
}

/** During the grace on interest payment nothing is due of it; the instalment after has it all. */
export function collectedLater(instalments: readonly Instalment[], at: Place): Instalment[] {
  const grace = at.plan.terms.graceOnInterestPayment
  let waiting = ZERO
  return instalments.map((each) => {
    const place = placeOf(each, at)
    if (place > grace + 1) return each
    waiting = add(waiting, each.borne)
    const interest = place <= grace ? ZERO : waiting
    return { ...each, planned: { ...each.planned, interest } }
  })
}

export function opened(terms: LoanTerms): Account {
  assertTerms(terms)
  if (PARTS.some((part) => !terms.allocation.includes(part))) {
    throw new RangeError('terms of a loan: a part of the debt is never paid')
  }
  const drawn = terms.firstTranche ?? terms.principal
  const start = { first: 0, balance: drawn }
  const at = { plan: planOf({ ...terms, principal: drawn }, start), offset: 0 }
  const instalments = plannedRows(at.plan, start).map((row) => planned(row, at))
  return {
    ...at,
    past: [],
    instalments: collectedLater(instalments, at),
    overpayment: ZERO,
    drawn,
    pauses: [],
    rescheduledOn: undefined,
    loss: undefined,
    recovered: ZERO,
    countedTo: terms.disbursedOn,
  }
}

/** Interest borne before the day of the running period that a grace still keeps from being due. */
export function waitingInterest(account: Account, on: LocalDate): Amount {
  const { instalments, plan } = account
  const grace = plan.terms.graceOnInterestPayment
  const collects = instalments.find((each) => placeOf(each, account) === grace + 1)
  if (collects === undefined || collects.dueOn <= on) return ZERO
  return instalments
    .filter((each) => placeOf(each, account) <= grace && each.dueOn <= on)
    .reduce((total, each) => add(total, each.borne), ZERO)
}

export function withoutNegative(a: Amount): Amount {
  return a < 0 ? ZERO : a
}

/** The earlier of two limits on how much can be taken. */
export function least(a: Amount, b: Amount): Amount {
  return a < b ? a : b
}

/** That much more paid; the day is kept on which the instalment was first paid in full. */
export function credited(instalment: Instalment, parts: Parts, on: LocalDate): Instalment {
  const paid = addParts(instalment.paid, parts)
  const left = subtract(totalOf(owed(instalment)), totalOf(parts))
  return { ...instalment, paid, paidOn: instalment.paidOn ?? (left === 0 ? on : undefined) }
}
