import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { explanation } from '#worker/lending/offering/schedules/explanation'
import { figures, percentFigures } from '#worker/lending/offering/schedules/figures'
import { rate } from '#worker/lending/offering/schedules/rate'
import { anyTerms, termsOf } from '#test/support/loan-terms'

describe('the explanation of a row', () => {
  it('is the arithmetic that a pocket calculator can follow', () => {
    const [first, ...rest] = explanation(termsOf({ principal: 19_170_000 }), 'id')
    expect(first).toBe(
      'jasa 6% / 12 × 19.170.000 = 95.850; pokok 1.649.893 - 95.850 = 1.554.043; ' +
        'angsuran 1.554.043 + 95.850 = 1.649.893; sisa 19.170.000 - 1.554.043 = 17.615.957',
    )
    expect(rest[0]).toContain('jasa 6% / 12 × 17.615.957 ≈ 88.080')
    expect(rest.at(-1)).toContain('pokok = seluruh sisa')
  })

  it('speaks English too, in the decimals of the currency', () => {
    const terms = termsOf({ principal: 10_000_00, currencyExponent: 2, percent: 6.25, every: 3 })
    expect(explanation(terms, 'en')[0]).toMatch(
      /^interest 6\.25% × 3 \/ 12 × 10,000\.00 = 156\.25;/,
    )
  })

  it('tells days, grace, fees and waiting interest', () => {
    const texts = explanation(
      termsOf({
        interestPeriod: 'daily',
        dayCount: 'actual/actual',
        disbursedOn: localDate('2027-12-20'),
        interestFreeInstalments: 0,
        graceOnPrincipal: 1,
        graceOnInterestPayment: 1,
        fees: [{ kind: 'perInstalment', amount: amount(5000) }],
      }),
      'id',
    )
    expect(texts[0]).toContain('6% × (19 / 366 + 12 / 365) × 20.000.000 ≈ 101.747')
    expect(texts[0]).toContain('ditagih bersama angsuran ke-2; pokok 0 (masa tenggang pokok)')
    expect(texts[1]).toContain('+ 101.747 yang ditunda')
    expect(texts[1]).toContain('biaya 5.000')
  })

  it('is there for every row of any loan, in both languages', () => {
    fc.assert(
      fc.property(
        anyTerms(12),
        fc.constantFrom('id' as const, 'en' as const),
        (terms, language) => {
          const texts = explanation(terms, language)
          expect(texts).toHaveLength(terms.instalments)
          for (const text of texts) expect(text).not.toMatch(/undefined|NaN/)
        },
      ),
    )
  })
})

describe('figures', () => {
  it.each([
    [1_234_567, 0, 'id', '1.234.567'],
    [1_234_567, 2, 'id', '12.345,67'],
    [1_234_567, 2, 'en', '12,345.67'],
    [5, 2, 'en', '0.05'],
    [-1500, 0, 'id', '-1.500'],
  ] as const)('of %i with %i decimals in %s are %s', (n, exponent, language, text) => {
    expect(figures(amount(n), exponent, language)).toBe(text)
  })

  it.each([
    [6_000_000, '6%'],
    [6_250_000, '6,25%'],
    [100_000_000, '100%'],
    [1, '0,000001%'],
    [0, '0%'],
  ])('of the rate %i are %s', (millionths, text) => {
    expect(percentFigures(rate(millionths), 'id')).toBe(text)
  })
})
