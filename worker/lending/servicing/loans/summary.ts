/**
 * What lists show of a loan without replaying it: a copy of its projection that can be dropped and
 * rebuilt. It holds nothing that the day of reading changes: days late are counted when it is read, and
 * penalties by rule are those up to the last value date among its events.
 */
import { daysBetween, type LocalDate } from '#worker/kernel/calendar'
import { sum, type Amount } from '#worker/kernel/money'
import type { Projection } from '#worker/lending/servicing/loans/projection'

/** Due date and what is left to pay, oldest first. */
export type Unpaid = readonly (readonly [dueOn: LocalDate, left: Amount])[]

export type LoanSummary = {
  status: 'active' | 'closed' | 'overpaid' | 'written-off'
  /** Principal still lent. */
  balance: Amount
  overpayment: Amount
  /** Principal given up by a write-off, and what came back after it. */
  writtenOff: Amount
  recovered: Amount
  /** The last time it was planned anew, and where its last pause ends. */
  rescheduledOn: LocalDate | null
  pausedUntil: LocalDate | null
  /** Due date of the oldest instalment with something left to pay. */
  nextDueOn: LocalDate | null
  unpaid: Unpaid
}

export function summaryOf(projection: Projection): LoanSummary {
  const unpaid = projection.instalments
    .filter((one) => one.left > 0)
    .map(({ dueOn, left }) => [dueOn, left] as const)
  const { status, outstanding, overpayment } = projection
  return {
    status: status === 'notDisbursed' ? 'active' : status,
    balance: outstanding.principal,
    overpayment,
    writtenOff: projection.writtenOff,
    recovered: projection.recovered,
    rescheduledOn: projection.rescheduledOn ?? null,
    pausedUntil: projection.pausedUntil ?? null,
    nextDueOn: unpaid[0]?.[0] ?? null,
    unpaid,
  }
}

export type Dues = {
  /** Missed before the day. */
  overdue: Amount
  daysLate: number
  /** Still to pay up to and including `until`. */
  dueUntil: Amount
}

/** What of the unpaid is late on a day, and what falls due until another. */
export function duesOn(unpaid: Unpaid, on: LocalDate, until: LocalDate): Dues {
  const within = (last: (dueOn: LocalDate) => boolean) =>
    sum(unpaid.filter(([dueOn]) => last(dueOn)).map(([, left]) => left))
  const oldest = unpaid[0]?.[0]
  return {
    overdue: within((dueOn) => dueOn < on),
    daysLate: oldest !== undefined && oldest < on ? daysBetween(oldest, on) : 0,
    dueUntil: within((dueOn) => dueOn <= until),
  }
}
