/**
 * Interest taken into the books as it is earned, up to a day: by the days of the running period, the
 * same arithmetic as the payoff has. It adds no event, since nothing happened to the loan: the row keeps
 * up to which day its interest is in the books. Where a lender stops at non-performing loans, what was
 * accrued and not paid is taken back and interest is income as it is paid, until the loan performs again.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { accrualOf, incomeOf, type Given } from '#worker/lending/servicing/loans/change'
import {
  correction,
  movementsOf,
  type CorrectionLine,
} from '#worker/lending/servicing/loans/correction'
import type { AccruedInterest } from '#worker/lending/servicing/loans/accrued-interest'
import { lastDay } from '#worker/lending/servicing/loans/events'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { project } from '#worker/lending/servicing/loans/projection'

/** The loan with its interest in the books up to another day, and what they must be told. */
export type Accrual = {
  loan: Loan
  /** How interest stood in the books before: the accrual holds only on these. */
  accruedBefore: AccruedInterest | undefined
  lines: readonly CorrectionLine[]
}

/**
 * Accrues up to a day, never to one before the last event or the last accrual; on the cash basis it
 * changes nothing. `stops` says that the loan is non-performing and its lender stops there.
 */
export function accrue(
  given: Pick<Given, 'loan' | 'events'>,
  { on, stops = false }: { on: LocalDate; stops?: boolean },
): Accrual {
  const { loan, events } = given
  const accruedBefore = accrualOf(given, loan.accruedOn)
  if (loan.basis === 'cash') return { loan, accruedBefore, lines: [] }
  const until = [loan.accruedOn, lastDay(events)].reduce<LocalDate>(
    (latest, day) => (day && day > latest ? day : latest),
    on,
  )
  const accruedOn = stops ? null : until
  const projection = project(loan.terms, events, until)
  const after = accrualOf(given, accruedOn)
  const lines = correction(movementsOf(projection, accruedBefore), movementsOf(projection, after))
  const accrued = incomeOf(projection, after)
  return { loan: { ...loan, accrued, accruedOn }, accruedBefore, lines }
}
