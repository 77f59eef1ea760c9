import { describe, expect, it } from 'vitest'
import { filtersIn, jsonForPage, mixed, whatsApp, without } from '#lib/goods.ts'

describe('a shelf of many shops', () => {
  const of = (...shops: string[]) => shops.map((slug, n) => ({ n, shop: { slug } }))

  it('holds at most so many of one shop before it fills up', () => {
    const goods = of('a', 'a', 'a', 'a', 'b', 'b', 'c')
    const shown = mixed(goods, { shown: 6, ofOneShop: 2 })
    expect(shown.map((one) => one.n)).toEqual([0, 1, 4, 5, 6, 2])
  })

  it('is the list itself where one shop is all there is', () => {
    expect(mixed(of('a', 'a', 'a'), { shown: 3, ofOneShop: 1 })).toHaveLength(3)
  })
})

describe('filters in an address', () => {
  it('are those that are set, and nothing else', () => {
    const query = new URLSearchParams('q=tas&category=&region=32&after=x&hack=1')
    expect(filtersIn(query)).toEqual({ q: 'tas', region: '32' })
    expect(without({ q: 'tas', region: '32' }, 'q')).toEqual({ region: '32' })
  })
})

it('cannot end a script from within', () => {
  expect(jsonForPage({ title: '</script><script>alert(1)' })).not.toContain('<')
})

it('writes words for a chat so that they arrive as written', () => {
  expect(whatsApp('Test & more', '6281')).toBe('https://wa.me/6281?text=Test%20%26%20more')
})
