/** Figures that others have published, each with where it stands; whoever doubts the engine starts here. */
import { describe, expect, it } from 'vitest'
import { internalRate } from '#worker/lending/offering/schedules/effective-rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { termsOf } from '#test/support/loan-terms'

type Said = Parameters<typeof termsOf>[0]

const FLAT_6 = { interestMethod: 'flat', percent: 6 } as const
/** KUR of 2018 and 2019 bore 7 %, and the brochure's instalments go up to the next hundred. */
const BROCHURE_7 = { percent: 7, roundInstalmentTo: 100, roundInstalment: 'up' } as const

describe('a published instalment', () => {
  it.each<[source: string, said: Said, instalment: number]>([
    [
      'KUR BRI 100 million, 12 months: sumateraekspres.bacakoran.co 55804',
      { ...FLAT_6, principal: 100_000_000, instalments: 12 },
      8_833_333,
    ],
    [
      'KUR BRI 100 million, 36 months: sumateraekspres.bacakoran.co 55804',
      { ...FLAT_6, principal: 100_000_000, instalments: 36 },
      3_277_778,
    ],
    [
      'KUR BRI 50 million, 36 months: poskota.co.id, 9 March 2025',
      { ...FLAT_6, principal: 50_000_000, instalments: 36 },
      1_638_889,
    ],
    [
      'KUR BRI 80 million, 12 months: rbtv.disway.id 103618, November 2025',
      { ...FLAT_6, principal: 80_000_000, instalments: 12 },
      7_066_667,
    ],
    [
      'KUR BRI 90 million, 12 months: rbtv.disway.id 103618, November 2025',
      { ...FLAT_6, principal: 90_000_000, instalments: 12 },
      7_950_000,
    ],
    [
      'KUR BRI brochure, 10 million, 12 months',
      { ...BROCHURE_7, principal: 10_000_000, instalments: 12 },
      865_300,
    ],
    [
      'KUR BRI brochure, 10 million, 24 months',
      { ...BROCHURE_7, principal: 10_000_000, instalments: 24 },
      447_800,
    ],
    [
      'KUR BRI brochure, 10 million, 36 months',
      { ...BROCHURE_7, principal: 10_000_000, instalments: 36 },
      308_800,
    ],
  ])('%s', (_, said, instalment) => {
    expect(schedule(termsOf(said)).instalment).toBe(instalment)
  })
})

describe('a published schedule', () => {
  it('of Bank Sumut’s KPR simulation, which rounds nothing on the way, is ours within a rupiah a row', () => {
    const published = [
      [5_492_363, 6_666_667, 494_507_637],
      [5_565_594, 6_593_435, 488_942_043],
      [5_639_802, 6_519_227, 483_302_240],
      [5_715_000, 6_444_030, 477_587_241],
      [5_791_200, 6_367_830, 471_796_041],
    ]
    const { rows } = schedule(termsOf({ principal: 500_000_000, percent: 16, instalments: 60 }))
    published.forEach(([principal, interest, balance], index) => {
      const row = rows[index]!
      expect(Math.abs(row.principal - principal!)).toBeLessThanOrEqual(1)
      expect(Math.abs(row.interest - interest!)).toBeLessThanOrEqual(1)
      expect(Math.abs(row.balance - balance!)).toBeLessThanOrEqual(index + 1)
    })
  })
})

describe('an example of Excel’s documentation', () => {
  const cents = (said: Said) => schedule(termsOf(said)).rows

  it('PMT(8%/12, 10, 10000) is 1,037.03', () => {
    const said = { principal: 10_000_00, percent: 8, instalments: 10 }
    expect(schedule(termsOf(said)).instalment).toBe(1_037_03)
  })

  it('IPMT(10%/12, 1, 3*12, 8000) is 66.67, and IPMT(10%, 3, 3, 8000) is 292.45', () => {
    const eight = { principal: 8_000_00, percent: 10 }
    expect(cents({ ...eight, instalments: 36 })[0]!.interest).toBe(66_67)
    expect(cents({ ...eight, instalments: 3, every: 12 })[2]!.interest).toBe(292_45)
  })

  it('PPMT(10%/12, 1, 2*12, 2000) is 75.62', () => {
    expect(cents({ principal: 2_000_00, percent: 10, instalments: 24 })[0]!.principal).toBe(75_62)
  })

  it('PPMT(8%, 10, 10, 200000) is 27,598.05, but for what rounding moved into the last row', () => {
    const rows = cents({ principal: 200_000_00, percent: 8, instalments: 10, every: 12 })
    expect(Math.abs(rows[9]!.principal - 27_598_05)).toBeLessThanOrEqual(6)
  })

  it('CUMIPMT(9%/12, 30*12, 125000, 13, 24) is 11,135.23 and CUMPRINC 934.11', () => {
    const year = cents({ principal: 125_000_00, percent: 9, instalments: 360 }).slice(12, 24)
    const interest = year.reduce((total, row) => total + row.interest, 0)
    const principal = year.reduce((total, row) => total + row.principal, 0)
    expect(Math.abs(interest - 11_135_23)).toBeLessThanOrEqual(6)
    expect(Math.abs(principal - 934_11)).toBeLessThanOrEqual(6)
  })

  it('RATE(4*12, -200, 8000) is 0.77 % a month', () => {
    const payments = Array.from({ length: 48 }, (_, index) => ({ amount: 200, after: index + 1 }))
    expect(internalRate(8000, payments) * 100).toBeCloseTo(0.77, 2)
  })
})

describe('an example of Regulation Z, appendix J (12 CFR 1026)', () => {
  it.each([
    ['(c)(1)(i), 24 payments of $230', 230, 230, 9.69],
    ['(c)(2)(i), the first one of $250', 250, 230, 10.08],
    ['(c)(3)(i), the last one of $280', 230, 280, 10.5],
  ])('%s', (_, first, last, percent) => {
    const payments = Array.from({ length: 24 }, (__, index) => ({
      amount: index === 0 ? first : index === 23 ? last : 230,
      after: index + 1,
    }))
    expect(Math.round(internalRate(5000, payments) * 120_000) / 100).toBe(percent)
  })
})
