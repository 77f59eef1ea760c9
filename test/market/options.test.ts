import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { inLarge, pricePer } from '#worker/market/offering/products/net-content'
import {
  optionsOf,
  refuseUnevenOptions,
  variantWith,
} from '#worker/market/offering/products/options'

const named = (...values: string[]) => ({ name: '', values })
const four = [named('S', 'Putih'), named('M', 'Putih'), named('S', 'Indigo'), named('M', 'Indigo')]

describe('options', () => {
  it('have the values of the variants, in the order in which they come', () => {
    expect(optionsOf(['Ukuran', 'Warna'], four)).toEqual([
      { name: 'Ukuran', values: ['S', 'M'] },
      { name: 'Warna', values: ['Putih', 'Indigo'] },
    ])
    expect(optionsOf([], [named()])).toEqual([])
  })

  it('lead to one variant', () => {
    expect(variantWith(four, ['M', 'Putih'])).toBe(four[1])
    expect(variantWith(four, ['L', 'Putih'])).toBeUndefined()
  })

  it.each([
    [['Ukuran', 'ukuran'], [named('S', 'M')], '/options/1'],
    [['Ukuran'], [named('S'), named()], '/variants/1/values/0'],
    [['Ukuran'], [named('S', 'Putih')], '/variants/0/values'],
    [[], [named('S')], '/variants/0/values'],
    [['Ukuran'], [named('S'), named('s')], '/variants/1/values/0'],
  ])('%j with %j are refused at %s', (options, variants, pointer) => {
    try {
      refuseUnevenOptions(options, variants)
      expect.unreachable()
    } catch (reason) {
      expect((reason as Refusal).more.errors?.[0]?.pointer).toBe(pointer)
    }
  })
})

describe('net content', () => {
  it.each([
    [45_000, { quantity: 250, unit: 'g' }, { per: 'kg', price: 180_000 }],
    [20_000, { quantity: 1500, unit: 'ml' }, { per: 'litre', price: 13_333 }],
    [60_000, { quantity: 240, unit: 'cm' }, { per: 'metre', price: 25_000 }],
    [10_000, { quantity: 300, unit: 'g' }, { per: 'kg', price: 33_333 }],
    [5000, null, null],
  ] as const)('of Rp %i and %j make %j', (price, net, said) => {
    expect(pricePer(amount(price), net)).toEqual(said)
  })

  it('is written in the larger unit once it fills it', () => {
    expect(inLarge({ quantity: 999, unit: 'g' })).toEqual({ number: 999, unit: 'g' })
    expect(inLarge({ quantity: 1500, unit: 'ml' })).toEqual({ number: 1.5, unit: 'litre' })
  })
})
