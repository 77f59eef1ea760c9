import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, amount, sum } from '#worker/kernel/money'
import { backOf, type FrozenOrder, type Returned } from '#worker/market/checkout/given-back'

const ORDER: FrozenOrder = {
  shipping: amount(20_000),
  lines: [
    { n: 1, quantity: 3, total: amount(30_000), tax: amount(2_972), commission: amount(1_500) },
    { n: 2, quantity: 1, total: amount(10_000), tax: amount(990), commission: amount(500) },
  ],
  discounts: [
    {
      ...{ n: 1, voucherId: 'own', kind: 'goods', payer: 'seller', payerId: 'a' },
      amount: amount(4_000),
      parts: [amount(3_000), amount(1_000)],
    },
    {
      ...{ n: 2, voucherId: 'csr', kind: 'goods', payer: 'partner', payerId: 'p' },
      amount: amount(1_000),
      parts: [amount(1_000), amount(0)],
    },
    {
      ...{ n: 3, voucherId: 'ship', kind: 'shipping', payer: 'operator', payerId: 'o' },
      amount: amount(5_000),
      parts: [],
    },
  ],
}

describe('what goes back', () => {
  it('for a piece is what the buyer paid for it, and to a sponsor what she bore of it', () => {
    const back = backOf(ORDER, { pieces: { 1: 1 }, shipping: false })
    expect(back.amount).toBe(10_000 - 1_000 - 333)
    expect(back.sponsors).toMatchObject([{ voucherId: 'csr', amount: 333 }])
    expect([back.commission, back.tax]).toEqual([500, 991])
  })

  it('with everything and its shipping is all that was paid, sponsored and taken', () => {
    const back = backOf(ORDER, { pieces: { 1: 3, 2: 1 }, shipping: true })
    expect(back.amount).toBe(30_000 + 10_000 + 20_000 - 10_000)
    expect(back.sponsors.map((one) => [one.n, one.amount])).toEqual([
      [2, 1_000],
      [3, 5_000],
    ])
    expect([back.commission, back.tax]).toEqual([2_000, 3_962])
  })

  it('refuses more pieces than were bought, or fewer than had come back', () => {
    expect(() => backOf(ORDER, { pieces: { 1: 4 }, shipping: false })).toThrow('outside-limits')
    const was = { pieces: { 1: 2 }, shipping: true }
    expect(() => backOf(ORDER, { pieces: { 1: 1 }, shipping: true }, was)).toThrow('outside-limits')
    expect(() => backOf(ORDER, { pieces: { 1: 2 }, shipping: false }, was)).toThrow(
      'outside-limits',
    )
  })

  it('never loses or makes a rupiah, in whatever parts it comes back', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 12 }),
      price: fc.integer({ min: 1, max: 400_000 }),
      off: fc.array(fc.nat(100), { minLength: 2, maxLength: 2 }),
      commission: fc.nat(1_000),
      steps: fc.array(fc.nat(12), { maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (given) => {
        const parts = given.map(({ quantity, price, off }) => {
          const total = quantity * price
          const whole = amount(Math.floor((total * Math.min(100, off[0]! + off[1]!)) / 100))
          return off[0]! + off[1]! === 0 ? [amount(0), amount(0)] : allocate(whole, off)
        })
        const order: FrozenOrder = {
          shipping: amount(9_000),
          lines: given.map(({ quantity, price, commission }, i) => ({
            ...{ n: i + 1, quantity, tax: amount(0) },
            total: amount(quantity * price),
            commission: amount(commission),
          })),
          discounts: [0, 1].map((k) => ({
            ...{ n: k + 1, voucherId: `v${k}`, kind: 'goods', payer: 'partner', payerId: 'p' },
            amount: sum(parts.map((one) => one[k]!)),
            parts: parts.map((one) => one[k]!),
          })),
        }
        const all = Object.fromEntries(order.lines.map(({ n, quantity }) => [n, quantity]))
        let before: Returned = { pieces: {}, shipping: false }
        const got = { amount: 0, commission: 0, sponsors: [0, 0] }
        for (let step = 0; step <= 5; step += 1) {
          const pieces = Object.fromEntries(
            given.map(({ quantity, steps }, i) => {
              const was = before.pieces[i + 1] ?? 0
              return [i + 1, step === 5 ? quantity : Math.min(quantity, was + (steps[step] ?? 0))]
            }),
          )
          const now = { pieces, shipping: step >= 3 }
          const back = backOf(order, now, before)
          expect(back.amount).toBeGreaterThanOrEqual(0)
          expect(back.commission).toBeGreaterThanOrEqual(0)
          got.amount += back.amount
          got.commission += back.commission
          for (const one of back.sponsors) {
            expect(one.amount).toBeGreaterThan(0)
            got.sponsors[one.n - 1]! += one.amount
          }
          before = now
        }
        expect(before.pieces).toEqual(all)
        const paid = sum(order.lines.map((one) => one.total)) - sum(parts.flat())
        expect(got.amount).toBe(paid + 9_000)
        expect(got.commission).toBe(sum(order.lines.map((one) => one.commission)))
        expect(got.sponsors).toEqual(order.discounts.map((one) => one.amount))
      }),
    )
  })
})
