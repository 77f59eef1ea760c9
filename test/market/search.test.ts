import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { priceCells } from '#worker/market/finding/catalogue/price-cells'
import {
  facetTerms,
  meantBy,
  priceKeys,
  searchWords,
} from '#worker/market/finding/catalogue/search'
import {
  nearest,
  slipsBetween,
  spellingsOf,
  wordsOf,
} from '#worker/market/finding/catalogue/spelling'
import { stemOf } from '#worker/market/finding/catalogue/stem'
import type { AreaCode } from '#worker/market/buying/shipping/area'

describe('the words of a search', () => {
  it.each([
    ['Tas  Mendong', ['tas', 'mendong']],
    ['kopi dari gayo', ['kopi', 'gayo']],
    ['dari', ['dari']],
    ['Kebaya “Élan” 100%', ['kebaya', 'elan', '100']],
    ['t-shirt', ['t', 'shirt']],
    ['"; DROP TABLE --', ['drop', 'table']],
    ['', []],
    ['🧺', []],
  ])('of %j are %j', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  it('are eight at most, of letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = searchWords(text)
        expect(words.length).toBeLessThanOrEqual(8)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,40}$/u)
      }),
    )
  })
})

describe('spellings', () => {
  const slip = fc.constantFrom('more', 'fewer', 'other', 'about')
  const word = fc.stringMatching(/^[a-z]{4,12}$/)

  it('are shared by words that are one slip apart', () => {
    fc.assert(
      fc.property(word, slip, fc.nat(), fc.constantFrom(...'aeiou'), (right, kind, at, letter) => {
        const letters = [...right]
        const i = at % (letters.length - 1)
        if (kind === 'more') letters.splice(i, 0, letter)
        if (kind === 'fewer') letters.splice(i, 1)
        if (kind === 'other') letters[i] = letter
        if (kind === 'about') letters.splice(i, 2, letters[i + 1]!, letters[i]!)
        const wrong = letters.join('')
        expect(slipsBetween(right, wrong)).toBeLessThanOrEqual(1)
        if (wrong.length < 4) return
        const shared = new Set(spellingsOf(right)).intersection(new Set(spellingsOf(wrong)))
        expect(shared.size).toBeGreaterThan(0)
      }),
    )
  })

  it('are none for short words and for numbers', () => {
    expect(spellingsOf('tas')).toEqual([])
    expect(spellingsOf('2026')).toEqual([])
    expect(spellingsOf('batik')).toEqual(['batik', 'atik', 'btik', 'baik', 'batk', 'bati'])
  })

  it.each([
    ['batik', 'batik', 0],
    ['batik', 'batk', 1],
    ['batik', 'abtik', 1],
    ['mendong', 'bendung', 2],
    ['', 'kopi', 4],
  ])('%s and %s are %i slips apart', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips)
    expect(slipsBetween(other, one)).toBe(slips)
  })

  it('say which word is nearest', () => {
    expect(nearest('mendung', ['bandung', 'mendong'])).toBe('mendong')
    expect(nearest('mendung', [])).toBeUndefined()
    expect(wordsOf('Kopi kopi KOPI')).toEqual(['kopi'])
  })
})

describe('what was meant', () => {
  it('is said only when a word was taken for another', () => {
    expect(meantBy([{ word: 'tas', near: null }])).toBe(null)
    expect(
      meantBy([
        { word: 'tas', near: null },
        { word: 'mendng', near: 'mendong' },
      ]),
    ).toBe('tas mendong')
    expect(meantBy([])).toBe(null)
  })
})

describe('facets', () => {
  it('name one token a filter', () => {
    expect(facetTerms({})).toEqual(['facets : "on"'])
    const region = '32.06' as AreaCode
    expect(facetTerms({ category: 'batik', region, womenLed: true })).toEqual([
      'facets : "c_batik"',
      'facets : "r_32_06"',
      'facets : "w_1"',
    ])
    expect(facetTerms({ region: '32' as AreaCode })).toEqual(['facets : "p_32"'])
  })

  it('turn bounds of price into places of the index, both ends included', () => {
    const { from, to } = priceKeys({ minPrice: amount(5), maxPrice: amount(5) })
    expect([from, to]).toEqual([5 * 2 ** 22, 6 * 2 ** 22 - 1])
    expect(Number.isSafeInteger(priceKeys({}).to)).toBe(true)
  })
})

describe('a range of prices', () => {
  const cellsOf = (price: number) =>
    Array.from({ length: 15 }, (_, scale) => `x${scale}_${Math.floor(price / 4 ** scale)}`)
  const price = fc.integer({ min: 1, max: 1_000_000_000 })

  it('is exactly the cells in which its prices stand', () => {
    fc.assert(
      fc.property(price, price, price, fc.boolean(), (one, other, asked, open) => {
        const minPrice = Math.min(one, other)
        const maxPrice = open ? undefined : Math.max(one, other)
        const cells = priceCells({ minPrice, maxPrice })
        const within = asked >= minPrice && asked <= (maxPrice ?? asked)
        const shared = cellsOf(asked).filter((cell) => cells.includes(cell))
        expect(cells.length === 0 ? 1 : shared.length).toBe(within ? 1 : 0)
        expect(cells.length).toBeLessThanOrEqual(90)
      }),
    )
  })

  it('is no cell where any price will do, and one of nothing where none will', () => {
    expect(priceCells({})).toEqual([])
    expect(priceCells({ minPrice: 0 })).toEqual([])
    expect(priceCells({ minPrice: 2, maxPrice: 1 })).toEqual(['x_none'])
  })
})

describe('a stem', () => {
  it.each([
    ['menganyam', 'anyam'],
    ['anyaman', 'anyam'],
    ['menyulam', 'sulam'],
    ['dianyam', 'anyam'],
    ['berwarna', 'warna'],
    ['tenunannya', 'tenunan'],
    ['rotan', undefined],
    ['keranjang', undefined],
    ['merah', undefined],
    ['ikan', undefined],
  ])('of %s is %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem)
  })
})
