import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import {
  effectiveAnnualRate,
  internalRate,
} from '#worker/lending/offering/schedules/effective-rate'
import { rate, rateOfPercent } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { anyTerms, termsOf } from '#test/support/loan-terms'

type Said = Parameters<typeof termsOf>[0]

function effective(said: Said): number | undefined {
  const terms = termsOf(said)
  return effectiveAnnualRate(terms, schedule(terms))
}

function level(payment: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({ amount: payment, after: index + 1 }))
}

describe('the internal rate', () => {
  it.each([
    ['RATE(48, -200, 8000), documented as 9.24 % a year', 8000, 200, 48, 9.24],
    ['Regulation Z, appendix J, (c)(1)(i)', 5000, 230, 24, 9.69],
  ])('of %s', (_, received, payment, count, percent) => {
    expect(internalRate(received, level(payment, count)) * 1200).toBeCloseTo(percent, 2)
  })

  it('finds back the rate that the payments were made with', () => {
    const cases = fc.tuple(
      fc.double({ min: 1e-6, max: 20, noNaN: true }),
      fc.integer({ min: 1, max: 600 }),
    )
    fc.assert(
      fc.property(cases, ([i, count]) => {
        const payment = (1e6 * i) / -Math.expm1(-count * Math.log1p(i))
        expect(internalRate(1e6, level(payment, count)) / i).toBeCloseTo(1, 6)
      }),
    )
  })
})

describe('the effective yearly rate', () => {
  it.each<[string, Said, number]>([
    ['6 % a month-wise annuity', {}, 6.17],
    ['6 % flat for 12 months', { interestMethod: 'flat' }, 11.46],
    ['12 % a month-wise annuity', { percent: 12 }, 12.68],
    ['EFFECT(5.25 %, 4), documented as 5.35427 %', { percent: 5.25, every: 3 }, 5.35],
    ['3 % once a year', { percent: 3, every: 12, instalments: 3 }, 3],
    ['0 %, qardh', { percent: 0 }, 0],
    ['0 % flat, qardh', { percent: 0, interestMethod: 'flat' }, 0],
  ])('of %s', (_, said, percent) => {
    expect(effective(said)).toBe(percent)
  })

  it('counts fees, whether paid or deducted', () => {
    const fee = { kind: 'atDisbursement', rate: rate(1_000_000) } as const
    const paid = effective({ fees: [{ ...fee, deducted: false }] })
    expect(paid).toBe(effective({ fees: [{ ...fee, deducted: true }] }))
    expect(paid).toBeGreaterThan(8)
    const monthly = effective({ fees: [{ kind: 'perInstalment', amount: amount(10_000) }] })
    expect(monthly).toBeGreaterThan(6.17)
  })

  it('counts days where the first instalment is not one period away', () => {
    const bullet = { percent: 10, every: 12, instalments: 1 } as const
    const late = effective({ ...bullet, firstDueOn: localDate('2028-01-15') })
    expect(late).toBe(4.88)
    expect(effective({ ...bullet, firstDueOn: localDate('2027-01-15') })).toBe(10)
  })

  it('is unknown where fees leave nothing', () => {
    const fee = { kind: 'atDisbursement', rate: rate(100_000_000), deducted: true } as const
    expect(effective({ fees: [fee] })).toBeUndefined()
  })

  it('is never negative, and pays back exactly what was received', () => {
    fc.assert(
      fc.property(anyTerms(24), (terms) => {
        const percent = effectiveAnnualRate(terms, schedule(terms))
        if (percent !== undefined) expect(percent).toBeGreaterThanOrEqual(0)
        const free = { ...terms, annualRate: rate(0), fees: [] }
        expect(effectiveAnnualRate(free, schedule(free))).toBe(0)
      }),
    )
  })
})

describe('a percentage', () => {
  it('becomes a rate exactly, with up to six decimals', () => {
    const millionths = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(millionths, (n) => {
        expect(rateOfPercent(Number((n / 1e6).toFixed(6)))).toBe(n)
      }),
    )
  })

  it.each([-0.000001, 1000.000001, 6.2500001, 0.1 + 0.2, NaN, Infinity])(
    'refuses %s',
    (percent) => {
      expect(rateOfPercent(percent)).toBeUndefined()
    },
  )
})
