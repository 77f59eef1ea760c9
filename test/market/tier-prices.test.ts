import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import {
  nextTier,
  refuseUnevenTiers,
  unitPriceAt,
} from '#worker/market/offering/products/tier-prices'

const tier = (fromQuantity: number, price: number) => ({ fromQuantity, price: amount(price) })
const basket = { price: amount(50_000), tiers: [tier(10, 45_000), tier(25, 42_500)] }

describe('what one costs', () => {
  it.each([
    [1, 50_000],
    [9, 50_000],
    [10, 45_000],
    [24, 45_000],
    [25, 42_500],
    [999, 42_500],
  ])('of %i is Rp %i', (quantity, price) => {
    expect(unitPriceAt(basket, quantity)).toBe(price)
  })

  it('never rises when more are bought', () => {
    const tiers = fc
      .uniqueArray(fc.integer({ min: 2, max: 999 }), { maxLength: 5 })
      .map((from) => from.toSorted((a, b) => a - b).map((one, i) => tier(one, 90_000 - i * 1000)))
    fc.assert(
      fc.property(tiers, fc.integer({ min: 1, max: 998 }), (given, quantity) => {
        const priced = { price: amount(100_000), tiers: given }
        refuseUnevenTiers(priced, '/tiers')
        expect(unitPriceAt(priced, quantity + 1)).toBeLessThanOrEqual(unitPriceAt(priced, quantity))
      }),
    )
  })

  it('falls again from the next tier on, until the last', () => {
    expect(nextTier(basket, 9)).toEqual(tier(10, 45_000))
    expect(nextTier(basket, 10)).toEqual(tier(25, 42_500))
    expect(nextTier(basket, 25)).toBeUndefined()
  })
})

describe('tiers', () => {
  it.each([
    ['that begin where all begins', [tier(1, 40_000)], '/tiers/0/fromQuantity'],
    ['that begin no later', [tier(10, 45_000), tier(10, 44_000)], '/tiers/1/fromQuantity'],
    ['that cost what one alone costs', [tier(10, 50_000)], '/tiers/0/price'],
    ['that rise', [tier(10, 45_000), tier(20, 46_000)], '/tiers/1/price'],
    ['of six', [2, 3, 4, 5, 6, 7].map((n) => tier(n, 50_000 - n)), '/tiers'],
  ])('%s are refused', (_, tiers, pointer) => {
    const refuse = () => refuseUnevenTiers({ price: amount(50_000), tiers }, '/tiers')
    expect(refuse).toThrow(Refusal)
    try {
      refuse()
    } catch (reason) {
      expect((reason as Refusal).more.errors?.[0]?.pointer).toBe(pointer)
    }
  })
})
