import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { common, growth, money, nonZero } from '#test/ledger/growth'
import { add, amount, subtract, sum, type Amount } from '#worker/kernel/money'
import type { LoanMovement } from '#worker/ledger/loan-movement'
import { fundReceived, fundReturned } from '#worker/ledger/posting-rules/funds'
import * as rules from '#worker/ledger/posting-rules/lending'

type RepaymentSplit = Record<LoanMovement['part'], Amount>

const split = fc.record({
  principal: money,
  interest: money,
  fees: money,
  penalties: money,
  overpayment: money,
})
const total = (parts: RepaymentSplit) => sum(Object.values(parts))

describe('a lender’s book', () => {
  const loan = { id: 'loan', rule: 'loan-repaid', description: 'Angsuran' }
  const movements = (kind: LoanMovement['kind'], parts: Partial<RepaymentSplit>) =>
    Object.entries(parts).map(([part, amount]) => ({ kind, part, amount }) as LoanMovement)
  const repaid = (parts: Partial<RepaymentSplit>) =>
    rules.loanMoved(common, loan, movements('repaid', parts))

  it('lends the principal and pays out what is left after the fees', () => {
    fc.assert(
      fc.property(money, money, (paid, fees) => {
        const parts = { principal: add(paid, fees), fees }
        expect(growth(rules.loanMoved(common, loan, movements('disbursed', parts)))).toEqual(
          nonZero({ 'loans-receivable/loan': paid + fees, bank: -paid, 'fee-income': fees }),
        )
      }),
    )
  })

  it('divides a repayment so that its parts are the money that came', () => {
    fc.assert(
      fc.property(split, (parts) => {
        expect(growth(repaid(parts))).toEqual(
          nonZero({
            bank: total(parts),
            'loans-receivable/loan': -parts.principal,
            'interest-income': parts.interest,
            'fee-income': parts.fees,
            'penalty-income': parts.penalties,
            'overpayments/loan': parts.overpayment,
          }),
        )
      }),
    )
  })

  it('corrects a division so that the books stand as if it had been right at once', () => {
    fc.assert(
      fc.property(split, split, (before, after) => {
        const change = Object.entries(after).map(
          ([part, wanted]) =>
            [part, subtract(wanted, before[part as keyof RepaymentSplit])] as const,
        )
        const corrected = repaid(Object.fromEntries(change))
        expect(growth(repaid(before), corrected)).toEqual(growth(repaid(after)))
      }),
    )
  })

  it('gives back what was paid too much, and books nothing for what is only charged or waived', () => {
    const refund = movements('refunded', { overpayment: amount(7) })
    expect(growth(rules.loanMoved(common, loan, refund))).toEqual({
      bank: -7,
      'overpayments/loan': -7,
    })
    const charge = movements('charged', { penalties: amount(7) })
    expect(rules.loanMoved(common, loan, charge).transfers).toEqual([])
    const waiver = movements('waived', { interest: amount(7) })
    expect(rules.loanMoved(common, loan, waiver).transfers).toEqual([])
  })

  it('takes in money to lend', () => {
    const fund = { id: 'f', source: 'CSR', amount: amount(7) }
    expect(growth(fundReceived(common, fund))).toEqual({ bank: 7, 'fund-capital': 7 })
    const csr = { ...fund, fund: 'csr', channel: 'cash' } as const
    expect(growth(fundReceived(common, csr))).toEqual({ cash: 7, 'fund-capital/csr': 7 })
    expect(growth(fundReceived(common, csr), fundReturned(common, csr))).toEqual({})
  })
})
