import { describe, expect, it } from 'vitest'
import { replayViolations } from '#worker/audit/replay'
import { accountId } from '#worker/ledger/account'
import { loanPositions } from '#worker/ledger/loan-movement'
import { accrualOf } from '#worker/lending/servicing/loans/change'
import { movementsOf } from '#worker/lending/servicing/loans/correction'
import { project } from '#worker/lending/servicing/loans/projection'
import { dataOf } from '#worker/lending/servicing/loans/record'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { accruedTo, after, born } from '#test/support/loan-life'
import type { Life } from '#test/support/loan-life'
import { termsOf } from '#test/support/loan-terms'

const paid = { kind: 'repaid', on: localDate('2026-02-20'), amount: amount(900_000) } as const
const life = accruedTo(after(born(termsOf(), 'accrual'), paid), localDate('2026-03-01'))

/** The rows that the database would hold of it. */
function rowsOf({ loan, events }: Life) {
  const { terms, unpaid } = loan
  const kept = { ...loan, terms: JSON.stringify(terms), unpaid: JSON.stringify(unpaid) }
  const recorded = events.map((event) => ({
    subject: loan.id,
    seq: event.seq,
    type: event.kind,
    data: JSON.stringify(dataOf(event)),
  }))
  const accrual = accrualOf({ loan, events }, loan.accruedOn)
  const of = { book: loan.lenderId, id: loan.id, groupId: loan.groupId }
  const projection = project(terms, events, localDate('2026-03-01'))
  const booked = [...loanPositions(of, movementsOf(projection, accrual)).values()].map(
    ({ key, debit }) => ({ loan: loan.id, account: accountId(key), debit }),
  )
  return { kept, recorded, booked }
}

describe('the replay of all loans', () => {
  const { kept, recorded, booked } = rowsOf(life)

  it('finds nothing where figures and books are what the events give', () => {
    expect(replayViolations([kept], recorded, booked)).toEqual([])
  })

  it('names a figure that is not', () => {
    const wrong = { ...kept, balance: amount(1), accrued: amount(2) }
    const [violation, ...rest] = replayViolations([wrong], recorded, booked)
    expect(rest).toEqual([])
    expect(violation?.rows).toEqual([
      { id: 'loan', figure: 'balance', kept: 1, replayed: kept.balance },
      { id: 'loan', figure: 'accrued', kept: 2, replayed: kept.accrued },
    ])
  })

  it('names an account that holds something else, or something of no event', () => {
    const off = booked.map((one, index) => (index === 0 ? { ...one, debit: one.debit + 5 } : one))
    const stray = { loan: 'loan', account: 'lender/other-income/', debit: -9 }
    const [violation] = replayViolations([kept], recorded, [...off, stray])
    expect(violation?.invariant).toBe('I7-books-are-the-replay')
    expect(violation?.rows).toHaveLength(2)
  })
})
