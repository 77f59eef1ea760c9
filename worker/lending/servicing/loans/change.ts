/**
 * A change of a loan: one event more. The loan is projected before and after it, and what differs in
 * the division of its money is the one thing that the books are told. A payment dated back or reversed
 * is the same step over another list of events.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, add, subtract, sum, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import {
  accruedInterest,
  type AccruedInterest,
} from '#worker/lending/servicing/loans/accrued-interest'
import {
  correction,
  movementsOf,
  type CorrectionLine,
} from '#worker/lending/servicing/loans/correction'
import {
  lastDay,
  movedInOn,
  type Effective,
  type LoanEvent,
} from '#worker/lending/servicing/loans/events'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { project, type Projection } from '#worker/lending/servicing/loans/projection'
import { summaryOf } from '#worker/lending/servicing/loans/summary'

/** What a decision is made on: the loan, all its events, and the day. */
export type Given = { loan: Loan; events: readonly LoanEvent[]; today: LocalDate }

/** What a decision changed: the loan, its new event, and what the books must be told. */
export type LoanChange = {
  loan: Loan
  event: LoanEvent
  before: Projection
  after: Projection
  lines: readonly CorrectionLine[]
  /** How accrued interest stood in the books before: the change holds only on these. */
  accruedBefore: AccruedInterest | undefined
}

/** Interest that is income as it is earned: up to the day on which it was last accrued. */
export function accrualOf(
  { loan, events }: { loan: Pick<Loan, 'basis' | 'terms'>; events: readonly LoanEvent[] },
  on: LocalDate | null,
): AccruedInterest | undefined {
  if (loan.basis === 'cash' || on === null) return undefined
  return accruedInterest(loan.terms, events, on)
}

/** Interest that the books have as income of this loan. */
export function incomeOf(projection: Projection, accrual: AccruedInterest | undefined): Amount {
  const paid = projection.entries
    .filter((entry) => entry.kind === 'repaid' && entry.channel !== 'opening')
    .reduce((total, { split }) => add(total, split.interest), ZERO)
  const earnedBefore = sum(
    projection.entries.filter(({ kind }) => kind === 'movedIn').map(({ split }) => split.interest),
  )
  const earned = subtract(add(paid, accrual?.receivable ?? ZERO), accrual?.unearned ?? ZERO)
  return subtract(earned, earnedBefore)
}

/** The loan with that event more; interest is accrued up to its day along with it. */
export function changed(given: Given, event: LoanEvent): LoanChange {
  const { loan, today } = given
  const events = [...given.events, event]
  const before = project(loan.terms, given.events, today)
  const after = project(loan.terms, events, today)
  refuseUnless(
    after.overpayment >= 0,
    'amount-mismatch',
    'Money already given back to the borrower would be missing.',
  )
  const accruedOn = loan.accruedOn !== null && event.on > loan.accruedOn ? event.on : loan.accruedOn
  const accrual = accrualOf({ loan, events }, accruedOn)
  const accruedBefore = accrualOf(given, loan.accruedOn)
  const lines = correction(movementsOf(before, accruedBefore), movementsOf(after, accrual))
  const summary = summaryOf(project(loan.terms, events, lastDay(events) ?? today))
  const accrued = loan.basis === 'cash' ? ZERO : incomeOf(after, accrual)
  return {
    loan: { ...loan, ...summary, accrued, accruedOn, version: event.seq },
    event,
    before,
    after,
    lines,
    accruedBefore,
  }
}

type Unnumbered = Effective extends infer Each
  ? Each extends Effective
    ? Omit<Each, 'seq'>
    : never
  : never

/** The next event of the loan. */
export function next({ loan }: Given, event: Unnumbered): LoanEvent {
  return { ...event, seq: loan.version + 1 } as LoanEvent
}

/** Refuses a day that is still to come, at its field. */
export function notAhead(on: LocalDate, today: LocalDate, pointer: string): void {
  if (on <= today) return
  throw outside(pointer, sentence('Hari ini belum tiba.', 'This day is still to come.'))
}

/** Refuses a day before the loan was handed over, at its field. */
export function notBefore({ disbursedOn }: Loan, on: LocalDate, pointer: string): void {
  if (on >= disbursedOn) return
  const detail = sentence(
    `Tidak sebelum pencairan pada ${disbursedOn}.`,
    `Not before the disbursement on ${disbursedOn}.`,
  )
  throw outside(pointer, detail)
}

/** The same, and before it came here from other books, with all that happened until then. */
export function sinceHere({ loan, events }: Given, on: LocalDate, pointer: string): void {
  notBefore(loan, on, pointer)
  const arrived = movedInOn(events)
  if (arrived === undefined || on >= arrived) return
  const detail = sentence(
    `Tidak sebelum pinjaman ini pindah ke sini pada ${arrived}; yang sebelumnya ada di saldo awal.`,
    `Not before this loan moved here on ${arrived}; what was before is in its opening balance.`,
  )
  throw outside(pointer, detail)
}

export function outside(pointer: string, detail: Sentence): Refusal {
  return new Refusal('outside-limits', detail.en, { errors: [{ pointer, detail }] })
}
