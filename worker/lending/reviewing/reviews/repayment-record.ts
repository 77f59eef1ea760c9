/**
 * How somebody has repaid, instalment by instalment, as the replay of her loans tells it: on time when
 * the day it was paid in full is not after its due date. What is not due yet says nothing.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { project } from '#worker/lending/servicing/loans/projection'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export type LentBefore = { terms: LoanTerms; events: readonly LoanEvent[] }

export type RepaymentRecord = {
  /** Instalments that were due, or paid before they were. */
  due: number
  onTime: number
  /** Percent on time; null when nothing was due yet. */
  share: number | null
  /** The most days that one was late, or is. */
  worstLate: number | null
  /** Loans paid in full. */
  repaid: number
}

export function repaymentRecord(loans: readonly LentBefore[], on: LocalDate): RepaymentRecord {
  const projections = loans.map(({ terms, events }) => project(terms, events, on))
  const counted = projections
    .flatMap((one) => one.instalments)
    .filter((one) => totalOf(one.asked) > 0 && (one.dueOn < on || one.left === 0))
  const onTime = counted.filter((one) => one.left === 0 && one.daysLate === 0).length
  const due = counted.length
  return {
    due,
    onTime,
    share: due === 0 ? null : Math.floor((onTime * 100) / due),
    worstLate: due === 0 ? null : Math.max(...counted.map((one) => one.daysLate)),
    repaid: projections.filter((one) => one.status === 'closed' || one.status === 'overpaid')
      .length,
  }
}
