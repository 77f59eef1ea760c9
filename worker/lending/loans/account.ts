/**
 * A disbursed loan between two events: its instalments with what was planned, charged, waived and
 * paid of each, and what was paid too much. Planned principal of the instalments and what was paid
 * ahead always sum to what was lent.
 */

import { ZERO, add, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  NOTHING,
  PARTS,
  addParts,
  sumParts,
  subtractParts,
  totalOf,
} from '#worker/lending/loans/parts'
import type { Parts } from '#worker/lending/loans/parts'
import { planOf, plannedRows } from '#worker/lending/schedules/schedule'
import type { Plan, ScheduleRow } from '#worker/lending/schedules/schedule'
import { assertTerms } from '#worker/lending/schedules/terms'
import type { LoanTerms } from '#worker/lending/schedules/terms'

export interface Instalment {
  readonly n: number
  /** Its period begins on this day and ends before the due date. */
  readonly from: LocalDate
  readonly dueOn: LocalDate
  /** Interest that its period bears; during a grace on interest payment it is due later. */
  readonly borne: Amount
  readonly planned: Parts
  readonly charged: Parts
  readonly waived: Parts
  readonly paid: Parts
  /** The day on which nothing of it was left to pay. */
  readonly paidOn: LocalDate | undefined
}

export interface Account {
  readonly plan: Plan
  readonly instalments: readonly Instalment[]
  /** A debt to the borrower; below zero where a refund was later found to be too much. */
  readonly overpayment: Amount
}

/** What is left to pay of it: never below zero, also where less was planned after a waiver. */
export function owed({ planned, charged, waived, paid }: Instalment): Parts {
  const left = subtractParts(subtractParts(addParts(planned, charged), waived), paid)
  return {
    interest: withoutNegative(left.interest),
    principal: withoutNegative(left.principal),
    fees: withoutNegative(left.fees),
    penalties: withoutNegative(left.penalties),
  }
}

export function isSettled(instalment: Instalment): boolean {
  return totalOf(owed(instalment)) === 0
}

export function outstanding(instalments: readonly Instalment[]): Parts {
  return sumParts(instalments.map(owed))
}

export function planned(row: ScheduleRow, { dates, terms }: Plan, before?: Instalment): Instalment {
  const { interest, principal, fees } = row
  return {
    n: row.n,
    from: dates.dueOn[row.n - 2] ?? terms.disbursedOn,
    dueOn: row.dueOn,
    borne: row.interest,
    planned: { interest, principal, fees, penalties: ZERO },
    charged: before?.charged ?? NOTHING,
    waived: before?.waived ?? NOTHING,
    paid: before?.paid ?? NOTHING,
    paidOn: before?.paidOn,
  }
}

/** During the grace on interest payment nothing is due of it; the instalment after has it all. */
export function collectedLater(instalments: readonly Instalment[], grace: number): Instalment[] {
  let waiting = ZERO
  return instalments.map((each) => {
    if (each.n > grace + 1) return each
    waiting = add(waiting, each.borne)
    const interest = each.n <= grace ? ZERO : waiting
    return { ...each, planned: { ...each.planned, interest } }
  })
}

export function opened(terms: LoanTerms): Account {
  assertTerms(terms)
  if (PARTS.some((part) => !terms.allocation.includes(part))) {
    throw new RangeError('terms of a loan: a part of the debt is never paid')
  }
  const start = { first: 0, balance: terms.principal }
  const plan = planOf(terms, start)
  const instalments = plannedRows(plan, start).map((row) => planned(row, plan))
  const collected = collectedLater(instalments, terms.graceOnInterestPayment)
  return { plan, instalments: collected, overpayment: ZERO }
}

/** Interest borne before the day of the running period that a grace still keeps from being due. */
export function waitingInterest({ instalments, plan }: Account, on: LocalDate): Amount {
  const grace = plan.terms.graceOnInterestPayment
  const collects = instalments.find((each) => each.n === grace + 1)
  if (collects === undefined || collects.dueOn <= on) return ZERO
  return instalments
    .filter((each) => each.n <= grace && each.dueOn <= on)
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
