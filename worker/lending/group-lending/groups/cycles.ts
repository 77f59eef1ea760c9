/** A group's loans with one lender: how many instalments of each came late, and by how much. */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import type { Cycle } from '#worker/lending/group-lending/groups/ladder'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { project } from '#worker/lending/servicing/loans/projection'

export type LentBefore = {
  loan: Pick<Loan, 'id' | 'terms' | 'principal' | 'status' | 'disbursedOn'>
  events: readonly LoanEvent[]
}

export type PastCycle = Cycle & {
  loanId: string
  principal: Amount
  disbursedOn: LocalDate
  status: Loan['status']
  instalments: number
  /** Days that the latest of its instalments was late. */
  worst: number
}

export function cycleOf({ loan, events }: LentBefore, today: LocalDate): PastCycle {
  const { instalments } = project(loan.terms, events, today)
  const due = instalments.filter((one) => one.dueOn < today || one.paidOn !== undefined)
  const late = due.filter((one) => one.daysLate > 0)
  return {
    loanId: loan.id,
    principal: loan.principal,
    amount: loan.principal,
    disbursedOn: loan.disbursedOn,
    status: loan.status,
    instalments: instalments.length,
    late: late.length,
    worst: late.reduce((most, one) => Math.max(most, one.daysLate), 0),
    isOver: loan.status === 'closed' || loan.status === 'overpaid',
  }
}
