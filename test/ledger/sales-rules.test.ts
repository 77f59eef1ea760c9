import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { common, growth, money, nonZero } from '#test/ledger/growth'
import { add, amount, ZERO } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import { flow } from '#worker/ledger/posting-rules/flow'
import { paymentUnexplained } from '#worker/ledger/posting-rules/payments'
import * as payouts from '#worker/ledger/posting-rules/payouts'
import * as rules from '#worker/ledger/posting-rules/sales'

const order = fc
  .record({ goods: money, commission: money, enterpriseId: fc.constantFrom('anyam', 'batik') })
  .map(({ goods, commission, enterpriseId }) => ({
    id: 'order',
    code: 'K7',
    enterpriseId,
    total: add(goods, commission),
    commission,
  }))

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
        expect(growth(paid, rules.orderCompleted(common, { ...one, held: one.total }))).toEqual(
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
        const due = rules.orderRefundDue(common, one, { amount: one.total })
        expect(growth(paid, due)).toEqual(
          nonZero({ bank: one.total, 'refund-payable/order': one.total }),
        )
        expect(growth(paid, due, rules.refundSent(common, one, one.total))).toEqual({})
      }),
    )
  })

  it('lets sponsors pay their part with the buyer, and gives it back with her', () => {
    fc.assert(
      fc.property(order, money, money, (one, ours, theirs) => {
        const sponsors = [
          { payer: 'operator', voucherId: 'w', amount: ours },
          { payer: 'partner', voucherId: 'v', amount: theirs },
        ] as const
        const paid = rules.purchasePaid(common, {
          ...{ id: 'p', code: 'P1', uniqueCode: ZERO },
          orders: [{ ...one, sponsors }],
        })
        const held = one.total + ours + theirs
        expect(growth(paid)).toEqual(
          nonZero({
            'buyers-money/order': held,
            bank: one.total,
            'voucher-expense': ours,
            'voucher-budget/v': -theirs,
          }),
        )
        const back = rules.orderRefundDue(common, one, { amount: one.total, sponsors })
        const sent = rules.refundSent(common, one, one.total)
        expect(growth(paid, back, sent)).toEqual({})
      }),
    )
  })

  it('takes what goes back after completion from the commission, the payable and the seller', () => {
    fc.assert(
      fc.property(money, money, money, fc.nat(1e9), (commission, payable, receivable, cut) => {
        const whole = commission + payable + receivable
        const ours = Math.min(cut, whole)
        const back = {
          amount: amount(whole - ours),
          sponsors: [{ payer: 'operator', voucherId: 'w', amount: amount(ours) }] as const,
        }
        const one = { id: 'order', code: 'K7', enterpriseId: 'anyam' }
        const sources = { commission, payable, receivable }
        expect(growth(rules.orderRefundDueAfter(common, one, { back, sources }))).toEqual(
          nonZero({
            'commission-income': -commission,
            'seller-payable/anyam': -payable,
            'seller-receivable/anyam': receivable,
            'refund-payable/order': whole - ours,
            'voucher-expense': -ours,
          }),
        )
      }),
    )
  })

  it('never holds the cash of an order paid on delivery: the seller owes the commission alone', () => {
    const one = { id: 'order', code: 'K7', enterpriseId: 'anyam', commission: amount(5) }
    expect(growth(rules.orderCompletedOnDelivery(common, one))).toEqual({
      'seller-receivable/anyam': 5,
      'commission-income': 5,
    })
  })

  it('refuses parts of unequal sums', () => {
    const part = (n: number) => [{ account: account('operator', 'bank'), amount: amount(n) }]
    expect(() => flow(part(7), part(8))).toThrow(RangeError)
    expect(() => flow(part(-7), part(-7))).toThrow(RangeError)
  })

  it('sets a payout aside less what the seller owes, and pays it once', () => {
    const payout = { id: 'x', code: 'C1', enterpriseId: 'anyam', amount: amount(90_000) }
    const requested = payouts.payoutRequested(common, { ...payout, offset: amount(10_000) })
    expect(growth(requested)).toEqual({
      'seller-payable/anyam': -100_000,
      'seller-receivable/anyam': -10_000,
      'payouts-underway/x': 90_000,
    })
    const sent = payouts.payoutSent(common, payout)
    expect(growth(requested, sent)).toEqual({
      'seller-payable/anyam': -100_000,
      'seller-receivable/anyam': -10_000,
      bank: -90_000,
    })
    const offset = { 'seller-payable/anyam': -10_000, 'seller-receivable/anyam': -10_000 }
    const failed = payouts.payoutReturned(common, payout, 'payouts-underway')
    expect(growth(requested, failed)).toEqual(offset)
    const reversed = payouts.payoutReturned(common, payout, 'bank')
    expect(growth(requested, sent, reversed)).toEqual(offset)
  })

  it('keeps money that nobody explains apart, under its own name', () => {
    const payment = { subject: 'm1', reference: 'TRF 7', amount: amount(5) }
    expect(growth(paymentUnexplained(common, payment))).toEqual({
      bank: 5,
      'suspense/m1': 5,
    })
  })
})
