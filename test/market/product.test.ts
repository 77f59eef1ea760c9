import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { reachable } from '#worker/kernel/transitions'
import * as product from '#worker/market/offering/products/product'
import { stockDifference } from '#worker/market/offering/products/stock'
import { replaceVariants, type WantedVariant } from '#worker/market/offering/products/variant'

let made = 0
const newId = () => `v${(made += 1)}`
const wanted = (more: Partial<WantedVariant> = {}): WantedVariant => ({
  ...{ name: 'Kecil', sku: null, price: amount(10_000), weightGrams: 100, stock: 3 },
  ...more,
})
const draft = (variants = [wanted()]) =>
  product.draftProduct(
    { title: 'Tikar', description: '', category: 'weaving', unit: 'pcs' },
    {
      ...{ id: 'p1', slug: 'tikar', enterpriseId: 'e1', createdAt: 1 },
      variants: replaceVariants([], variants, { productId: 'p1', newId }),
    },
  )

describe('a product', () => {
  it('is listed, hidden and listed again, and never a draft again', () => {
    expect(reachable(product.PRODUCT_TRANSITIONS, 'listed').has('draft')).toBe(false)
    const listed = product.changeProductStatus(draft(), 'listed', 7)
    const again = product.changeProductStatus(
      product.changeProductStatus(listed, 'hidden', 8),
      'listed',
      9,
    )
    expect(again).toMatchObject({ status: 'listed', listedAt: 7, version: 4 })
    expect(() => product.changeProductStatus(draft(), 'hidden', 7)).toThrow(Refusal)
  })

  it('has the range of what it offers', () => {
    const { variants } = draft([
      wanted(),
      wanted({ name: 'Besar', price: amount(50_000), stock: 2 }),
    ])
    expect(product.rangeOf(variants)).toEqual({ priceFrom: 10_000, priceTo: 50_000, stockTotal: 5 })
  })
})

describe('variants', () => {
  it('keep their order, and those left out are set aside behind the others', () => {
    const first = draft([wanted(), wanted({ name: 'Besar' })]).variants
    const second = replaceVariants(first, [wanted({ id: first[1]!.id, name: 'Besar' })], {
      productId: 'p1',
      newId,
    })
    expect(second).toMatchObject([
      { name: 'Besar', position: 1, archived: false },
      { name: 'Kecil', position: 2, archived: true },
    ])
  })

  it('change their stock by what she changed, not by what was sold meanwhile', () => {
    const count = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(count, count, count, (seen, sold, counted) => {
        const [before] = draft([wanted({ stock: Math.max(0, seen - sold) })]).variants
        const said = wanted({ id: before!.id, stock: counted, stockSeen: seen })
        const [after] = replaceVariants([before!], [said], { productId: 'p1', newId })
        expect(after!.stock - before!.stock).toBe(counted - seen)
      }),
    )
  })

  it('differ in name and code', () => {
    expect(() => draft([wanted(), wanted({ name: 'KECIL' })])).toThrow(Refusal)
    const codes = [wanted({ sku: 'A1' }), wanted({ name: 'Besar', sku: 'a1' })]
    expect(() => draft(codes)).toThrow(Refusal)
    expect(() => draft([wanted({ id: 'not-mine' })])).toThrow(Refusal)
  })
})

describe('stock', () => {
  it.each([
    [{ add: 4 }, 5, 4],
    [{ add: -2 }, 5, -2],
    [{ set: 9 }, 5, 4],
    [{ set: 9, seen: 7 }, 5, 2],
  ])('by %j on %i changes by %i', (request, stock, by) => {
    expect(stockDifference(request, stock)).toBe(by)
  })
})
