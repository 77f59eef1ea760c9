import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import type { AreaCode } from '#worker/market/shipping/area'
import {
  billableKg,
  quote,
  shippingCost,
  tariffTo,
  type Tariff,
} from '#worker/market/shipping/tariff'

const tariff = (destination: string, firstKg: number, nextKg = firstKg): Tariff => ({
  destination: destination as AreaCode,
  firstKg: amount(firstKg),
  nextKg: amount(nextKg),
  daysFrom: 1,
  daysTo: 3,
})
const VILLAGE = '32.06.34.2002' as AreaCode

describe('the weight of a parcel', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1000, 1],
    [1001, 2],
    [2000, 2],
    [10_500, 11],
  ])('%i grams are charged as %i kilograms', (grams, kg) => {
    expect(billableKg(grams)).toBe(kg)
  })
})

describe('a tariff table', () => {
  const table = [tariff('', 40_000), tariff('32', 15_000), tariff('32.06', 9_000, 7_000)]

  it('answers with its most specific row', () => {
    expect(tariffTo(table, VILLAGE)?.destination).toBe('32.06')
    expect(tariffTo(table, '32.07.01.2001' as AreaCode)?.destination).toBe('32')
    expect(tariffTo(table, '91.01.01.2001' as AreaCode)?.destination).toBe('')
    expect(tariffTo(table.slice(1), '91.01.01.2001' as AreaCode)).toBeUndefined()
  })

  it('does not take the beginning of a code for the area', () => {
    expect(tariffTo([tariff('32.0', 1)], VILLAGE)).toBeUndefined()
  })

  it('charges the first kilogram and each one begun after it', () => {
    expect(quote(table, VILLAGE, 2100)).toEqual({ cost: 23_000, kg: 3, daysFrom: 1, daysTo: 3 })
  })

  it('never charges less for more', () => {
    const grams = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(grams, grams, fc.nat(99_999), fc.nat(99_999), (a, b, first, next) => {
        const row = tariff('', first, next)
        const [light, heavy] = [Math.min(a, b), Math.max(a, b)]
        expect(shippingCost(row, light)).toBeLessThanOrEqual(shippingCost(row, heavy))
      }),
    )
  })
})
