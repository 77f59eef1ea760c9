/**
 * The figures kept with a loan are a copy of its replay, and so is what the entries about it have booked.
 * Here both are made anew and compared; whatever differs is a violation.
 */
import type { Violation } from '#worker/audit/invariant'
import { accountId } from '#worker/ledger/account'
import { loanPositions } from '#worker/ledger/loan-movement'
import { accrualOf, incomeOf } from '#worker/lending/servicing/loans/change'
import { movementsOf } from '#worker/lending/servicing/loans/correction'
import { lastDay, type LoanEvent } from '#worker/lending/servicing/loans/events'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { project } from '#worker/lending/servicing/loans/projection'
import { loanEvent, type RecordedEvent } from '#worker/lending/servicing/loans/record'
import { summaryOf } from '#worker/lending/servicing/loans/summary'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

/** A loan's row: its terms and the figures that are compared. */
export type KeptLoan = Pick<Loan, 'id' | 'lenderId' | 'groupId' | 'basis' | 'accruedOn'> & {
  terms: string
  status: string
  balance: number
  overpayment: number
  writtenOff: number
  recovered: number
  rescheduledOn: string | null
  pausedUntil: string | null
  nextDueOn: string | null
  unpaid: string
  accrued: number
}

/** What the entries about a loan have put on an account, above zero on its debit side. */
export type Booked = { loan: string; account: string; debit: number }

type Replayed = {
  figures: Omit<KeptLoan, 'id' | 'lenderId' | 'groupId' | 'basis' | 'accruedOn' | 'terms'>
  positions: Map<string, number>
}

function replayed(kept: KeptLoan, events: readonly LoanEvent[]): Replayed {
  const terms = JSON.parse(kept.terms) as LoanTerms
  const projection = project(terms, events, lastDay(events) ?? terms.disbursedOn)
  const loan = { ...kept, terms }
  const accrual = accrualOf({ loan, events }, kept.accruedOn)
  const summary = summaryOf(projection)
  const accrued = kept.basis === 'cash' ? 0 : incomeOf(projection, accrual)
  const of = { book: kept.lenderId, id: kept.id, groupId: kept.groupId }
  const positions = loanPositions(of, movementsOf(projection, accrual))
  return {
    figures: { ...summary, unpaid: JSON.stringify(summary.unpaid), accrued },
    positions: new Map([...positions.values()].map(({ key, debit }) => [accountId(key), debit])),
  }
}

/** Accounts on which a loan's entries have put something else than its replay would. */
function misbooked(
  loan: string,
  positions: ReadonlyMap<string, number>,
  booked: readonly Booked[],
) {
  const held = new Map(booked.map(({ account, debit }) => [account, debit]))
  return [...new Set([...held.keys(), ...positions.keys()])]
    .map((account) => ({
      loan,
      account,
      booked: held.get(account) ?? 0,
      replayed: positions.get(account) ?? 0,
    }))
    .filter((each) => each.booked !== each.replayed)
}

export function replayViolations(
  loans: readonly KeptLoan[],
  events: readonly (RecordedEvent & { subject: string })[],
  booked: readonly Booked[],
): Violation[] {
  const lives = Map.groupBy(events, (event) => event.subject)
  const books = Map.groupBy(booked, ({ loan }) => loan)
  const found = loans.map((kept) => {
    const { figures, positions } = replayed(kept, (lives.get(kept.id) ?? []).map(loanEvent))
    const names = Object.keys(figures) as (keyof typeof figures)[]
    const wrong = names
      .filter((name) => figures[name] !== kept[name])
      .map((name) => ({ id: kept.id, figure: name, kept: kept[name], replayed: figures[name] }))
    return { wrong, misbooked: misbooked(kept.id, positions, books.get(kept.id) ?? []) }
  })
  return [
    {
      invariant: 'I7-kept-figures-are-the-replay',
      says: 'The figures kept with a loan are what its events give.',
      rows: found.flatMap(({ wrong }) => wrong),
    },
    {
      invariant: 'I7-books-are-the-replay',
      says: 'What the entries about a loan have booked is what its events give, account by account.',
      rows: found.flatMap((each) => each.misbooked),
    },
  ].filter(({ rows }) => rows.length > 0)
}
