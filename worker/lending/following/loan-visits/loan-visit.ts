/**
 * A visit to somebody who has a loan: when, where and what was seen or said. It is never changed, and she
 * does not read it; visits before the loan belong to its application.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { notAhead, notBefore } from '#worker/lending/servicing/loans/change'
import type { Loan } from '#worker/lending/servicing/loans/loan'

export type LoanVisit = {
  id: string
  loanId: string
  visitedOn: LocalDate
  place: string
  note: string
  recordedBy: string
  recordedAt: number
}

type Seen = Pick<LoanVisit, 'visitedOn' | 'place' | 'note'>
type Noted = { id: string; by: string; at: number; today: LocalDate }

/** Refuses a day to come, and one before the loan. */
export function recordLoanVisit(loan: Loan, seen: Seen, { id, by, at, today }: Noted): LoanVisit {
  notAhead(seen.visitedOn, today, '/visitedOn')
  notBefore(loan, seen.visitedOn, '/visitedOn')
  return { id, loanId: loan.id, ...seen, recordedBy: by, recordedAt: at }
}
