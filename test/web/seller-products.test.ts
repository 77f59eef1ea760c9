import { describe, expect, it } from 'vitest'
import { gramsFrom, rowsIn, rowsOf, variantsIn } from '#lib/seller-products.ts'
import { whole } from '#lib/format.ts'

const row = (n: number, parts: Record<string, string>) =>
  Object.fromEntries(Object.entries(parts).map(([part, value]) => [`v${n}.${part}`, value]))

describe('the variants of a form', () => {
  it('are the rows that say something; a missing weight is that of the first', () => {
    const typed = {
      ...row(0, { id: 'a', name: 'Kecil', price: '50.000', weight: '250', stock: '4', seen: '5' }),
      ...row(1, { id: '', name: 'Besar', price: '80rb', weight: '', stock: '' }),
      ...row(2, { id: '', name: '', price: '', weight: '', stock: '' }),
    }
    expect(variantsIn(typed)).toEqual([
      { id: 'a', name: 'Kecil', price: 50_000, weightGrams: 250, stock: 4, stockSeen: 5 },
      { name: 'Besar', price: 80_000, weightGrams: 250, stock: 0 },
    ])
    expect(rowsIn(typed)).toHaveLength(2)
  })

  it('come back as they were kept', () => {
    const variants = [{ id: 'a', name: '', price: 125_000, weightGrams: 400, stock: 3 }]
    const [first] = rowsOf(variants, whole)
    expect(first).toEqual({
      ...{ id: 'a', name: '', price: '125.000', weight: '400', stock: '3', seen: '3' },
    })
  })

  it('leave what is no number for the API to point at', () => {
    expect(variantsIn(row(0, { name: '', price: 'murah', weight: '?', stock: '-1' }))).toEqual([
      { name: '', price: Number.NaN, weightGrams: Number.NaN, stock: Number.NaN },
    ])
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
