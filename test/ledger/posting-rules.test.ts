import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { add, amount, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { accountId, CHART, normalSide } from '#worker/ledger/account'
import { posting, type Posting } from '#worker/ledger/entry'
import type { LoanMovement } from '#worker/ledger/loan-movement'
import * as rules from '#worker/ledger/posting-rules'

type RepaymentSplit = Record<LoanMovement['part'], Amount>

const common = { book: 'operator', on: localDate('2026-11-22') }
const money = fc.nat(1e9).map((n) => amount(n))
const order = fc
  .record({ goods: money, commission: money, enterpriseId: fc.constantFrom('anyam', 'batik') })
  .map(({ goods, commission, enterpriseId }) => ({
    id: 'order',
    code: 'K7',
    enterpriseId,
    total: add(goods, commission),
    commission,
  }))
const split = fc.record({
  principal: money,
  interest: money,
  fees: money,
  penalties: money,
  overpayment: money,
})
const total = (parts: RepaymentSplit) => sum(Object.values(parts))

/** How much each account has grown on its own side. */
function growth(...drafts: readonly Posting[]): Record<string, number> {
  const grown: Record<string, number> = {}
  for (const { debit, credit, amount: moved } of drafts.flatMap((one) => posting(one).transfers)) {
    for (const [key, side] of [
      [debit, 'debit'],
      [credit, 'credit'],
    ] as const) {
      const name = `${key.code}${key.holder && `/${key.holder}`}`
      grown[name] = (grown[name] ?? 0) + (normalSide(key.code) === side ? moved : -moved)
    }
  }
  return Object.fromEntries(Object.entries(grown).filter(([, n]) => n !== 0))
}

/** What is left of `expected` once amounts of nothing leave no trace. */
const nonZero = (expected: Record<string, number>) =>
  Object.fromEntries(Object.entries(expected).filter(([, n]) => n !== 0))

describe('the operator’s book', () => {
  it('holds each order’s part of a paid purchase for its buyer, and books the unique code', () => {
    fc.assert(
      fc.property(money, money, fc.nat(999), (a, b, code) => {
        const orders = [a, b].map((part, i) => ({
          id: `o${i}`,
          code: 'K7',
          enterpriseId: 'anyam',
          total: part,
        }))
        const purchase = { id: 'p', code: 'P1', uniqueCode: amount(code), orders }
        expect(growth(rules.purchasePaid(common, purchase))).toEqual(
          nonZero({
            bank: a + b + code,
            'buyers-money/o0': a,
            'buyers-money/o1': b,
            'unique-code-income': code,
          }),
        )
      }),
    )
  })

  it('gives a completed order to its seller less the commission, and holds nothing of it any more', () => {
    fc.assert(
      fc.property(order, (one) => {
        const paid = rules.purchasePaid(common, {
          id: 'p',
          code: 'P1',
          uniqueCode: ZERO,
          orders: [one],
        })
        expect(growth(paid, rules.orderCompleted(common, one))).toEqual(
          nonZero({
            bank: one.total,
            [`seller-payable/${one.enterpriseId}`]: one.total - one.commission,
            'commission-income': one.commission,
          }),
        )
      }),
    )
  })

  it('owes the whole of a cancelled order to its buyer until the refund is sent', () => {
    fc.assert(
      fc.property(order, (one) => {
        const paid = rules.purchasePaid(common, {
          id: 'p',
          code: 'P1',
          uniqueCode: ZERO,
          orders: [one],
        })
        const due = rules.orderRefundDue(common, one)
        expect(growth(paid, due)).toEqual(
          nonZero({ bank: one.total, 'refund-payable/order': one.total }),
        )
        expect(growth(paid, due, rules.refundSent(common, one))).toEqual({})
      }),
    )
  })

  it('pays a seller out of what it owes her', () => {
    const payout = { id: 'x', code: 'C1', enterpriseId: 'anyam', amount: amount(90_000) }
    expect(growth(rules.payoutSent(common, payout))).toEqual({
      'seller-payable/anyam': -90_000,
      bank: -90_000,
    })
  })

  it('keeps money that nobody explains apart, under its own name', () => {
    const payment = { subject: 'm1', reference: 'TRF 7', amount: amount(5) }
    expect(growth(rules.paymentUnexplained(common, payment))).toEqual({
      bank: 5,
      'suspense/m1': 5,
    })
  })
})

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
    expect(growth(rules.fundReceived(common, fund))).toEqual({ bank: 7, 'fund-capital': 7 })
  })
})

describe('every posting rule', () => {
  const one = { id: 'order', code: 'K7', enterpriseId: 'anyam', total: amount(100) }
  const moved: LoanMovement[] = [{ kind: 'repaid', part: 'principal', amount: amount(3) }]
  const loan = { id: 'loan', rule: 'loan-repaid', description: 'Angsuran' }
  const drafts: Posting[] = [
    rules.purchasePaid(common, { id: 'p', code: 'P', uniqueCode: amount(7), orders: [one] }),
    rules.paymentUnexplained(common, { subject: 'm', reference: 'r', amount: amount(1) }),
    rules.orderCompleted(common, { ...one, commission: amount(5) }),
    rules.orderRefundDue(common, one),
    rules.refundSent(common, one),
    rules.payoutSent(common, { id: 'x', code: 'C', enterpriseId: 'anyam', amount: amount(1) }),
    rules.fundReceived(common, { id: 'f', source: 's', amount: amount(1) }),
    rules.loanMoved(common, loan, moved),
  ]

  it('is tried here', () => {
    const functions = Object.values(rules).filter((rule) => typeof rule === 'function')
    expect(drafts).toHaveLength(functions.length)
    expect(new Set(drafts.map((draft) => draft.rule)).size).toBe(functions.length)
  })

  it('stays in its book, on its day, and tells a subject and a sentence', () => {
    for (const draft of drafts) {
      const kept = posting(draft)
      expect(kept).toMatchObject({ book: common.book, valueOn: common.on })
      expect([kept.subject, kept.description].every((text) => text.length > 0)).toBe(true)
      expect(kept.transfers.length).toBeGreaterThan(0)
    }
  })

  it('gives guarded accounts a holder wherever money belongs to someone', () => {
    for (const { debit, credit } of drafts.flatMap((draft) => posting(draft).transfers)) {
      for (const key of [debit, credit]) {
        const owned = CHART[key.code].guarded && key.code !== 'fund-capital'
        expect([accountId(key), key.holder !== '']).toEqual([accountId(key), owned])
      }
    }
  })

  it('refuses to pay a seller less than nothing: commission above the total is a mistake of ours', () => {
    const wrong = { ...one, commission: add(one.total, amount(1)) }
    expect(() => posting(rules.orderCompleted(common, wrong))).toThrow(RangeError)
  })
})
