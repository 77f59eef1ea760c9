/** A loan lived through decisions, with the book that they keep: for properties over any sequence of them. */
import { addDays } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { amount, ZERO } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { loanPositions, loanTransfers } from '#worker/ledger/loan-movement'
import { accrue } from '#worker/lending/servicing/loans/accrual'
import { changed, accrualOf } from '#worker/lending/servicing/loans/change'
import type { Given, LoanChange } from '#worker/lending/servicing/loans/change'
import { movementsOf } from '#worker/lending/servicing/loans/correction'
import type { CorrectionLine } from '#worker/lending/servicing/loans/correction'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { lastDay } from '#worker/lending/servicing/loans/events'
import { draw, recover, refundOverpayment, repay } from '#worker/lending/servicing/loans/loan'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { project } from '#worker/lending/servicing/loans/projection'
import * as servicing from '#worker/lending/servicing/loans/servicing'
import { summaryOf } from '#worker/lending/servicing/loans/summary'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'
import type { Unnumbered } from '#test/support/loan-events'

export interface Life {
  readonly loan: Loan
  readonly events: readonly LoanEvent[]
  /** What each account holds, above zero on its debit side. */
  readonly book: ReadonlyMap<string, number>
}

const BOOK = { book: 'lender', id: 'loan', groupId: 'group' }

function booked(book: ReadonlyMap<string, number>, lines: readonly CorrectionLine[]) {
  const after = new Map(book)
  for (const { debit, credit, amount: moved } of loanTransfers(BOOK, lines)) {
    after.set(debit.code, (after.get(debit.code) ?? 0) + moved)
    after.set(credit.code, (after.get(credit.code) ?? 0) - moved)
  }
  return after
}

function lived({ events, book }: Pick<Life, 'events' | 'book'>, change: LoanChange): Life {
  return {
    loan: change.loan,
    events: [...events, change.event],
    book: booked(book, change.lines),
  }
}

export function born(terms: LoanTerms, basis: Loan['basis']): Life {
  const { disbursedOn } = terms
  const loan: Loan = {
    ...summaryOf(project(terms, [], disbursedOn)),
    id: 'loan',
    lenderId: 'lender',
    origin: 'desk',
    applicationId: 'application',
    productId: 'product',
    borrowerId: 'borrower',
    groupId: 'group',
    officerId: null,
    fundId: null,
    regionCode: null,
    principal: terms.principal,
    terms,
    basis,
    accrued: ZERO,
    accruedOn: basis === 'accrual' ? disbursedOn : null,
    effectiveRate: 0,
    disbursedOn,
    version: 0,
  }
  const event = { kind: 'disbursed', seq: 1, on: disbursedOn } as const
  const change = changed({ loan, events: [], today: disbursedOn }, event)
  return lived({ events: [], book: new Map() }, change)
}

function decided(given: Given, wish: Unnumbered): LoanChange | undefined {
  switch (wish.kind) {
    case 'repaid':
      return repay(given, wish)
    case 'drawn':
      return draw(given, wish)
    case 'recovered':
      return recover(given, wish)
    case 'refunded':
      return refundOverpayment(given, wish.amount)
    case 'charged':
      return servicing.charge(given, wish)
    case 'waived':
      return servicing.waive(given, wish)
    case 'discounted':
      return servicing.discount(given, wish)
    case 'rescheduled':
      return servicing.reschedule(given, wish)
    case 'paused':
      return servicing.pause(given, wish)
    case 'writtenOff':
      return servicing.writeOff(given, wish)
    case 'reversed':
      return servicing.reverse(given, wish.reverses)
    case 'disbursed':
      return undefined
  }
}

/** The life after a wish, or as it was where the wish was refused. */
export function after(life: Life, wish: Unnumbered): Life {
  const last = lastDay(life.events) ?? wish.on
  const today = wish.on > last ? wish.on : last
  try {
    const change = decided({ ...life, today }, wish)
    return change === undefined ? life : lived(life, change)
  } catch (refused) {
    if (refused instanceof Refusal) return life
    throw refused
  }
}

export function accruedTo(life: Life, on: LocalDate, stops = false): Life {
  const { loan, lines } = accrue(life, { on, stops })
  return { ...life, loan, book: booked(life.book, lines) }
}

/** What the accounts should hold, from the events alone. */
export function wanted({ loan, events }: Life): Map<string, number> {
  const end = addDays(lastDay(events) ?? loan.disbursedOn, 0)
  const accrual = accrualOf({ loan, events }, loan.accruedOn)
  const positions = loanPositions(BOOK, movementsOf(project(loan.terms, events, end), accrual))
  return new Map([...positions.values()].map(({ key, debit }) => [key.code, amount(debit)]))
}
