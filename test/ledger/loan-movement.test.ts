import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { loanPositions, loanTransfers } from '#worker/ledger/loan-movement'
import type { LoanMovement } from '#worker/ledger/loan-movement'

const LOAN = { book: 'lender', id: 'loan', groupId: 'group' }

/** What each account holds of it, by code and holder. */
function held(
  ...movements: [LoanMovement['kind'], LoanMovement['part'], LoanMovement['channel']?][]
) {
  const all = movements.map(([kind, part, channel = 'bank']) => {
    return { kind, part, channel, amount: amount(7) }
  })
  return Object.fromEntries(
    [...loanPositions(LOAN, all).values()].map(({ key, debit }) => [
      key.holder === '' ? key.code : `${key.code}/${key.holder}`,
      debit,
    ]),
  )
}

describe('the money of a loan', () => {
  it.each([
    ['bank', 'bank'],
    ['cash', 'cash'],
    ['payout', 'due-from-operator'],
    ['reserve', 'group-reserve/group'],
    ['opening', 'opening-balances'],
  ] as const)('that came by %s stands on %s', (channel, code) => {
    expect(held(['repaid', 'principal', channel])).toEqual({
      [code]: 7,
      'loans-receivable/loan': -7,
    })
  })

  it('goes out in cash as it does through the bank, tranche by tranche', () => {
    expect(held(['disbursed', 'principal', 'cash'], ['drawn', 'principal', 'cash'])).toEqual({
      cash: -14,
      'loans-receivable/loan': 14,
    })
  })

  it('of before the books began is in their opening balances, and its income in none', () => {
    expect(held(['repaid', 'interest', 'opening'], ['disbursed', 'fees', 'opening'])).toEqual({})
    expect(held(['disbursed', 'principal', 'opening'])).toEqual({
      'loans-receivable/loan': 7,
      'opening-balances': -7,
    })
  })

  it('that is given up is a loss against the allowance, and only its principal', () => {
    const loss = { 'loss-allowance': 7, 'loans-receivable/loan': -7 }
    expect(held(['discounted', 'principal'], ['discounted', 'interest'])).toEqual(loss)
    expect(held(['writtenOff', 'principal'], ['writtenOff', 'penalties'])).toEqual(loss)
  })

  it('that comes back after a write-off is income of its own', () => {
    expect(held(['recovered', 'principal', 'cash'])).toEqual({ cash: 7, recoveries: -7 })
    expect(held(['recovered', 'overpayment'])).toEqual({ bank: 7, 'overpayments/loan': -7 })
  })

  it('earned and unpaid is a receivable, paid and unearned a liability, both against income', () => {
    expect(held(['accrued', 'interest'])).toEqual({
      'interest-receivable/loan': 7,
      'interest-income': -7,
    })
    expect(held(['unearned', 'interest'])).toEqual({
      'interest-income': 7,
      'unearned-interest/loan': -7,
    })
  })

  it('moves nothing where a debt only changed', () => {
    const only = ['charged', 'waived', 'rescheduled', 'paused'] as const
    const all = only.map((kind) => ({ kind, part: 'interest' as const, amount: amount(7) }))
    expect(loanTransfers(LOAN, all)).toEqual([])
  })
})
