import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonOf, voucher } from '#test/support/vouchers'
import { amount, basisPoints, sum } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { discountsOf, type Discountable } from '#worker/market/buying/vouchers/discounts'

const order = (
  enterpriseId: string,
  totals: number[],
  shipping = 10_000,
  categories = ['weaving'],
): Discountable => ({
  enterpriseId,
  shipping: amount(shipping),
  lines: totals.map((total) => ({ total: amount(total), categories })),
})
const amounts = (given: ReturnType<typeof discountsOf>) =>
  given.map((one) => one.map((discount) => [discount.voucherId, discount.amount]))
describe('what vouchers take off', () => {
  it('is a percentage of goods, rounded down, no more than its cap', () => {
    expect(amounts(discountsOf([order('a', [99_999])], [voucher()]))).toEqual([[['v1', 9_999]]])
    const capped = voucher({ cap: amount(5_000) })
    expect(amounts(discountsOf([order('a', [99_999])], [capped]))).toEqual([[['v1', 5_000]]])
  })

  it('is divided among orders and lines by what they cost, to the rupiah', () => {
    const given = voucher({ kind: 'amount', cap: amount(10_000) })
    const [a, b] = discountsOf([order('a', [10_000, 10_000]), order('b', [10_000])], [given])
    expect([a![0]!.amount, a![0]!.parts]).toEqual([6_667, [3_333, 3_334]])
    expect(b![0]!.amount).toBe(3_333)
  })

  it('is never more than there is', () => {
    const given = voucher({ kind: 'amount', cap: amount(50_000) })
    expect(amounts(discountsOf([order('a', [20_000])], [given]))).toEqual([[['v1', 20_000]]])
  })

  it('follows one order: the seller’s, the network’s on what is left, then shipping', () => {
    const own = voucher({ id: 'own', code: 'OWN', organizationId: 'a', payer: 'seller' })
    const free = voucher({
      id: 'free',
      code: 'ONGKIR',
      kind: 'shipping',
      cap: amount(7_000),
    })
    const given = discountsOf([order('a', [100_000])], [free, voucher(), own])
    expect(amounts(given)).toEqual([
      [
        ['own', 10_000],
        ['v1', 9_000],
        ['free', 7_000],
      ],
    ])
  })

  it('keeps one seller’s free shipping from the others', () => {
    const free = voucher({
      id: 'free',
      code: null,
      organizationId: 'a',
      payer: 'seller',
      kind: 'shipping',
      minimum: amount(50_000),
      cap: amount(8_000),
    })
    const orders = [order('a', [60_000]), order('b', [500_000])]
    expect(amounts(discountsOf(orders, [free]))).toEqual([[['free', 8_000]], []])
    expect(amounts(discountsOf([order('a', [40_000]), orders[1]!], [free]))).toEqual([[], []])
  })

  it('reaches only the categories and enterprises it names', () => {
    const food = voucher({ categories: ['food'] })
    const orders = [order('a', [50_000]), order('b', [30_000], 0, ['snacks', 'food'])]
    expect(amounts(discountsOf(orders, [food]))).toEqual([[], [['v1', 3_000]]])
    const onlyA = voucher({ enterprises: ['a'] })
    expect(amounts(discountsOf(orders, [onlyA]))).toEqual([[['v1', 5_000]], []])
    expect(reasonOf(() => discountsOf([order('c', [1])], [onlyA]))).toBe('not-these-goods')
  })

  it('is refused below its minimum, with another of its kind, or beyond its budget', () => {
    const orders = [order('a', [50_000])]
    const dear = voucher({ minimum: amount(50_001) })
    expect(reasonOf(() => discountsOf(orders, [dear]))).toBe('below-minimum')
    const two = [voucher(), voucher({ id: 'v2', code: 'LAGI' })]
    expect(reasonOf(() => discountsOf(orders, two))).toBe('not-together')
    const poor = voucher({ budget: amount(4_999) })
    expect(reasonOf(() => discountsOf(orders, [poor]))).toBe('used-up')
  })

  it('never goes below zero, and its parts are the whole, for any cart and any vouchers', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 4 })
    const carts = fc.array(fc.tuple(totals, fc.nat(90_000)), { minLength: 1, maxLength: 4 })
    const limit = fc.option(fc.integer({ min: 1, max: 4_000_000 }))
    fc.assert(
      fc.property(
        carts,
        fc.integer({ min: 1, max: 10_000 }),
        limit,
        limit,
        (cart, bps, cap, off) => {
          const orders = cart.map(([lines, shipping], i) => order(`e${i}`, lines, shipping))
          const vouchers = [
            voucher({ percentBps: basisPoints(bps), cap: cap === null ? null : amount(cap) }),
            voucher({
              ...{ id: 'own', code: 'OWN', organizationId: 'e0', payer: 'seller', kind: 'amount' },
              cap: amount(off ?? 1),
            }),
            voucher({
              id: 'free',
              code: 'F',
              kind: 'shipping',
              cap: off === null ? null : amount(off),
            }),
          ]
          const useful = vouchers.filter((one) => {
            try {
              return discountsOf(orders, [one])
            } catch (reason) {
              if (reason instanceof Refusal) return false
              throw reason
            }
          })
          let given: ReturnType<typeof discountsOf>
          try {
            given = discountsOf(orders, useful)
          } catch (reason) {
            // What the seller's own takes may leave the network's nothing to take.
            if (reason instanceof Refusal) return
            throw reason
          }
          given.forEach((discounts, i) => {
            const goods = discounts.filter((one) => one.kind === 'goods')
            for (const one of goods) expect(sum(one.parts)).toBe(one.amount)
            orders[i]!.lines.forEach((line, j) => {
              const off = sum(goods.map((one) => one.parts[j]!))
              expect(off).toBeLessThanOrEqual(line.total)
              for (const one of goods) expect(one.parts[j]).toBeGreaterThanOrEqual(0)
            })
            const shipping = sum(
              discounts.filter((one) => one.kind === 'shipping').map((one) => one.amount),
            )
            expect(shipping).toBeLessThanOrEqual(orders[i]!.shipping)
          })
        },
      ),
    )
  })
})
