import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ZERO,
  add,
  allocate,
  amount,
  basisPoints,
  divideRounded,
  parseRupiah,
  portion,
  roundTo,
  rupiah,
  share,
  subtract,
  sum,
  times,
} from '#worker/kernel/money'
import type { Rounding } from '#worker/kernel/money'
import { inWords } from '#worker/kernel/terbilang'

const roundings: Rounding[] = ['halfUp', 'halfEven', 'up', 'down']
const anyRounding = fc.constantFrom(...roundings)
const anyAmount = fc.integer({ min: -1e15, max: 1e15 }).map(amount)

describe('an amount', () => {
  it.each([0.5, NaN, Infinity, 1e15 + 1, -1e15 - 1])('refuses %s', (n) => {
    expect(() => amount(n)).toThrow(RangeError)
  })

  it('has no negative zero', () => {
    expect(Object.is(amount(-0), 0)).toBe(true)
    expect(Object.is(times(amount(-5), 0), 0)).toBe(true)
    expect(Object.is(portion(amount(-1), 1, 3), 0)).toBe(true)
  })

  it('refuses sums beyond 10^15', () => {
    expect(() => add(amount(1e15), amount(1))).toThrow(RangeError)
    expect(() => subtract(amount(-1e15), amount(1))).toThrow(RangeError)
    expect(() => times(amount(1e15), 2)).toThrow(RangeError)
    expect(() => times(amount(3), 0.5)).toThrow(RangeError)
  })

  it('sums to nothing over an empty list', () => {
    expect(sum([])).toBe(ZERO)
  })
})

describe('rounding', () => {
  it.each([
    ['halfUp', [3, 3, 2, 2, 4, -3, -3, -2]],
    ['halfEven', [3, 2, 2, 2, 4, -3, -2, -2]],
    ['up', [3, 3, 3, 2, 4, -3, -3, -3]],
    ['down', [2, 2, 2, 2, 3, -2, -2, -2]],
  ] as const)('%s is symmetric around zero', (rounding, wanted) => {
    const quarters = [11, 10, 9, 8, 14, -11, -10, -9]
    expect(quarters.map((q) => Number(divideRounded(BigInt(q), 4n, rounding)))).toEqual(wanted)
    expect(quarters.map((q) => Number(divideRounded(BigInt(-q), -4n, rounding)))).toEqual(wanted)
  })

  it('refuses a division by zero', () => {
    expect(() => divideRounded(1n, 0n, 'down')).toThrow(RangeError)
    expect(() => portion(amount(1), 1, 0)).toThrow(RangeError)
  })

  it('gives the same portion on the fast way as exactly', () => {
    const factor = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 1e9 }))
    const divisor = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1e10 }))
    const lent = fc.oneof(fc.integer({ min: -1000, max: 1000 }).map(amount), anyAmount)
    fc.assert(
      fc.property(lent, factor, divisor, anyRounding, (a, n, d, rounding) => {
        const exact = divideRounded(BigInt(a) * BigInt(n), BigInt(d), rounding)
        fc.pre(exact <= 10n ** 15n && exact >= -(10n ** 15n))
        expect(portion(a, n, d, rounding)).toBe(Number(exact))
      }),
      { numRuns: 2000 },
    )
  })

  it('is never off by more than a half, and mirrors a negative', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 1, max: 1e6 }), anyRounding, (a, d, rounding) => {
        const rounded = portion(a, 1, d, rounding)
        const missedBy = 2n * (BigInt(a) - BigInt(rounded) * BigInt(d))
        const limit = BigInt(rounding.startsWith('half') ? d : 2 * d)
        expect(missedBy <= limit && missedBy >= -limit).toBe(true)
        expect(portion(amount(-a), 1, d, rounding)).toBe(amount(-rounded))
      }),
    )
  })

  it.each([
    [19_170_000, 50, 'halfUp', 95_850],
    [999, 250, 'halfUp', 25],
    [50, 100, 'halfUp', 1],
    [50, 100, 'halfEven', 0],
    [-50, 100, 'halfUp', -1],
  ] as const)('takes a share of %i at %i basis points, %s: %i', (a, bps, rounding, expected) => {
    expect(share(amount(a), basisPoints(bps), rounding)).toBe(expected)
  })

  it.each([
    [86_066, 100, 'halfUp', 86_100],
    [86_066, 500, 'down', 86_000],
    [86_001, 500, 'up', 86_500],
    [86_500, 1000, 'halfEven', 86_000],
    [87_500, 1000, 'halfEven', 88_000],
    [-86_066, 100, 'up', -86_100],
  ] as const)('brings %i to a multiple of %i, %s: %i', (a, multiple, rounding, expected) => {
    expect(roundTo(amount(a), multiple, rounding)).toBe(expected)
  })
})

describe('allocation', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 })
    .filter((list) => list.some((weight) => weight > 0))

  it('always sums to the total, and gives nothing to no weight', () => {
    fc.assert(
      fc.property(anyAmount, weights, (total, list) => {
        const parts = allocate(total, list)
        expect(sum(parts)).toBe(total)
        list.forEach((weight, index) => weight === 0 && expect(parts[index]).toBe(ZERO))
      }),
    )
  })

  it('keeps every part within one of its exact share, on the same side as the total', () => {
    const small = fc.integer({ min: 0, max: 1e9 }).map(amount)
    fc.assert(
      fc.property(small, weights, (total, list) => {
        const whole = list.reduce((a, b) => a + b, 0)
        allocate(total, list).forEach((part, index) => {
          const exact = (total * (list[index] ?? 0)) / whole
          expect(part).toBeGreaterThanOrEqual(0)
          expect(Math.abs(part - exact)).toBeLessThan(1.001)
        })
      }),
    )
  })

  it.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])('refuses the weights %j', (list) => {
    expect(() => allocate(amount(10), list)).toThrow(RangeError)
  })

  it('splits a hundred over three', () => {
    expect(allocate(amount(100), [1, 1, 1])).toEqual([33, 34, 33])
  })
})

describe('rupiah on paper', () => {
  it.each([
    [0, 'Rp 0'],
    [999, 'Rp 999'],
    [1000, 'Rp 1.000'],
    [1_250_000, 'Rp 1.250.000'],
    [-1_250_000, '-Rp 1.250.000'],
    [1e15, 'Rp 1.000.000.000.000.000'],
  ])('writes %i as %s', (n, text) => {
    expect(rupiah(amount(n))).toBe(text)
  })

  it.each(['1250000', '1.250.000', 'Rp 1.250.000', 'Rp1.250.000', ' rp 1250000 '])(
    'reads %j as 1,250,000',
    (text) => {
      expect(parseRupiah(text)).toBe(1_250_000)
    },
  )

  it.each([
    ...['', 'Rp', '12,5', '1.250.000,50', '-1', '1.25.000', '1.2500', '0.500', '007', '1e6', '١٢'],
    ...['1 250 000', 'lima', '1000000000001', 'Rp -5', '1.250.000.', '12345.678'],
  ])('does not read %j', (text) => {
    expect(parseRupiah(text)).toBeUndefined()
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }).map(amount), (a) => {
        expect(parseRupiah(rupiah(a))).toBe(a)
      }),
    )
  })

  it.each([
    [0, 'nol'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [111, 'seratus sebelas'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [1243, 'seribu dua ratus empat puluh tiga'],
    [11_000, 'sebelas ribu'],
    [100_000, 'seratus ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [2_000_000_000, 'dua miliar'],
    [1_000_000_000_000, 'satu triliun'],
    [1e15, 'seribu triliun'],
    [-1500, 'minus seribu lima ratus'],
  ])('says %i as "%s"', (n, words) => {
    expect(inWords(amount(n))).toBe(words)
  })

  it('says different amounts differently, without loose spaces', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (a, b) => {
        expect(inWords(a) === inWords(b)).toBe(a === b)
        expect(inWords(a)).toMatch(/^[a-z]+( [a-z]+)*$/)
      }),
    )
  })
})
