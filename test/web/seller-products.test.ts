import { describe, expect, it } from 'vitest'
import { gramsFrom, netFrom, optionsIn, rowsIn, rowsOf, variantsIn } from '#lib/seller-products.ts'
import { instantField, instantTyped, whole } from '#lib/format.ts'

const row = (n: number, parts: Record<string, string>) =>
  Object.fromEntries(Object.entries(parts).map(([part, value]) => [`v${n}.${part}`, value]))

describe('the variants of a form', () => {
  it('are the rows that say something; a missing weight is that of the first', () => {
    const typed = {
      ...row(0, { id: 'a', name: 'Kecil', price: '50.000', weight: '250', stock: '4', seen: '5' }),
      ...row(1, { id: '', name: 'Besar', price: '80rb', weight: '', stock: '' }),
      ...row(2, { id: '', name: '', price: '', weight: '', stock: '' }),
    }
    expect(variantsIn(typed)).toMatchObject([
      { id: 'a', name: 'Kecil', price: 50_000, weightGrams: 250, stock: 4, stockSeen: 5 },
      { name: 'Besar', price: 80_000, weightGrams: 250, stock: 0 },
    ])
    expect(rowsIn(typed)).toHaveLength(2)
  })

  it('come back as they were kept', () => {
    const plain = { sku: null, values: [], photoId: null, size: null, lowStock: null, net: null }
    const variants = [
      { ...plain, id: 'a', name: '', price: 125_000, weightGrams: 400, stock: 3, tiers: [] },
    ]
    const [first] = rowsOf(variants, whole)
    expect(first).toMatchObject({
      ...{ id: 'a', name: '', price: '125.000', weight: '400', stock: '3', seen: '3' },
    })
  })

  it('have their values, sizes, content, photos and tiers, and come back with them', () => {
    const typed = {
      ...{ option1: 'Ukuran', option2: '', option3: 'Warna' },
      ...row(0, { name: '', value1: 'S', value2: '', value3: 'Indigo', price: '50.000' }),
      ...row(0, { weight: '1,5 kg', stock: '2', length: '20', width: '10', height: '5' }),
      ...row(0, { net: '1,5 liter', low: '2', photo: 'f1', from1: '10', tier1: '45.000' }),
    }
    expect(optionsIn(typed)).toEqual(['Ukuran', 'Warna'])
    const [variant] = variantsIn({ ...typed, 'v0.name': '' })
    expect(variant).toEqual({
      ...{ name: '', sku: null, price: 50_000, weightGrams: 1500, stock: 2 },
      ...{ values: ['S', 'Indigo'], photoId: 'f1', lowStock: 2 },
      size: { lengthCm: 20, widthCm: 10, heightCm: 5 },
      net: { quantity: 1500, unit: 'ml' },
      tiers: [{ fromQuantity: 10, price: 45_000 }],
    })
    const [again] = rowsOf([{ ...variant!, id: 'a' }], whole)
    expect(again).toMatchObject({ value2: 'Indigo', net: '1500 ml', from1: '10', tier1: '45.000' })
  })

  it('leave what is no number for the API to point at', () => {
    expect(
      variantsIn(row(0, { name: '', price: 'murah', weight: '?', stock: '-1' })),
    ).toMatchObject([{ name: '', price: Number.NaN, weightGrams: Number.NaN, stock: Number.NaN }])
  })
})

it.each([
  ['250', 250],
  ['250 g', 250],
  ['1,5 kg', 1500],
  ['2KG', 2000],
  ['berat', Number.NaN],
])('reads a weight of %j as %d grams', (typed, grams) => {
  expect(gramsFrom(typed)).toBe(grams)
})

it.each([
  ['', null],
  ['250 g', { quantity: 250, unit: 'g' }],
  ['1,5kg', { quantity: 1500, unit: 'g' }],
  ['2 meter', { quantity: 200, unit: 'cm' }],
  ['banyak', { quantity: Number.NaN, unit: 'g' }],
])('reads a net content of %j', (typed, net) => {
  expect(netFrom(typed)).toEqual(net)
})

it('reads days and hours where they are typed', () => {
  expect(instantTyped('2026-11-23T07:00', 'Asia/Jakarta')).toBe('2026-11-23T00:00:00.000Z')
  expect(instantField('2026-11-23T00:00:00.000Z', 'Asia/Makassar')).toBe('2026-11-23T08:00')
  expect(instantTyped('', 'Asia/Jakarta')).toBeNull()
  expect(instantTyped('besok', 'Asia/Jakarta')).toBe('besok')
})
