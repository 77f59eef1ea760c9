import { describe, expect, it } from 'vitest'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { ScheduleRow } from '#worker/lending/offering/schedules/schedule'
import { termsOf } from '#test/support/loan-terms'

const totals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.total)
const principals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.principal)
const interests = (rows: readonly ScheduleRow[]) => rows.map((row) => row.interest)

describe('equal principal', () => {
  it('pays round(P / n), and the rest at the end', () => {
    const said = { principal: 1_000_000, percent: 12, instalments: 3 } as const
    const { rows, instalment } = schedule(termsOf({ ...said, amortization: 'equalPrincipal' }))
    expect(principals(rows)).toEqual([333_333, 333_333, 333_334])
    expect(interests(rows)).toEqual([10_000, 6667, 3333])
    expect(instalment).toBe(343_333)
  })

  it('never pays more than there is', () => {
    const said = { principal: 5, percent: 0, instalments: 10 } as const
    const { rows } = schedule(termsOf({ ...said, amortization: 'equalPrincipal' }))
    expect(principals(rows)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
  })

  it('by weights lets a harvest pay', () => {
    const said = { principal: 1000, percent: 12, instalments: 4, weights: [0, 1, 0, 3] } as const
    const { rows } = schedule(termsOf({ ...said, amortization: 'weighted' }))
    expect(principals(rows)).toEqual([0, 250, 0, 750])
    expect(interests(rows)).toEqual([10, 10, 8, 8])
  })
})

describe('flat interest', () => {
  it('is the same in every row, as printed schedules have it', () => {
    const { rows, totals: sums } = schedule(termsOf({ interestMethod: 'flat', percent: 12 }))
    expect(totals(rows).slice(0, -1)).toEqual(Array(11).fill(1_866_667))
    expect(rows.at(-1)).toMatchObject({ principal: 1_666_663, interest: 200_000, total: 1_866_663 })
    expect(sums.interest).toBe(2_400_000)
  })

  it('of the whole term is rounded once, and the last row has what is left of it', () => {
    const said = { principal: 1_000_050, percent: 10, instalments: 12 } as const
    const { rows, totals: sums } = schedule(termsOf({ ...said, interestMethod: 'flat' }))
    expect(interests(rows)).toEqual([...Array(11).fill(8334), 8331])
    expect(sums.interest).toBe(100_005)
  })

  it('never falls below nothing where rows round up', () => {
    const said = { principal: 50, percent: 12, instalments: 12 } as const
    const { rows } = schedule(termsOf({ ...said, interestMethod: 'flat' }))
    expect(interests(rows)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  })

  it('makes equal principal and equal instalments one schedule', () => {
    const flat = { interestMethod: 'flat', roundInstalmentTo: 1000 } as const
    const equalPrincipal = schedule(termsOf({ ...flat, amortization: 'equalPrincipal' }))
    expect(equalPrincipal).toEqual(schedule(termsOf(flat)))
  })

  it('after a grace on principal sets the level over the instalments left', () => {
    const said = { principal: 1_000_000, percent: 12, instalments: 4, graceOnPrincipal: 2 } as const
    const { rows, instalment } = schedule(termsOf({ ...said, interestMethod: 'flat' }))
    expect(instalment).toBe(510_000)
    expect(totals(rows)).toEqual([10_000, 10_000, 510_000, 510_000])
  })

  it('is not charged for instalments free of interest', () => {
    const free = { percent: 12, principal: 1_200_000, interestFreeInstalments: 6 } as const
    const { rows, totals: sums } = schedule(termsOf({ ...free, interestMethod: 'flat' }))
    expect(interests(rows)).toEqual([...Array(6).fill(0), ...Array(6).fill(12_000)])
    expect(totals(rows)).toEqual(Array(12).fill(106_000))
    expect(sums.interest).toBe(72_000)
  })
})

describe('grace', () => {
  it('on principal still pays interest, and sets the level over the instalments after it', () => {
    const { rows, instalment } = schedule(termsOf({ graceOnPrincipal: 3, instalments: 15 }))
    expect(totals(rows).slice(0, 3)).toEqual([100_000, 100_000, 100_000])
    expect(instalment).toBe(1_721_329)
    expect(rows.at(-1)?.total).toBe(1_721_322)
  })

  it('on interest payment is collected at the first instalment after, the principal untouched', () => {
    const plain = schedule(termsOf()).rows
    const { rows, totals: sums } = schedule(termsOf({ graceOnInterestPayment: 2 }))
    expect(principals(rows)).toEqual(principals(plain))
    expect(interests(rows).slice(0, 4)).toEqual([0, 0, 100_000 + 91_893 + 83_746, 75_558])
    expect(sums.interest).toBe(655_941)
  })

  it('of both kinds pays nothing until it ends', () => {
    const both = { graceOnPrincipal: 2, graceOnInterestPayment: 2 }
    const { rows, instalment } = schedule(termsOf(both))
    expect(totals(rows).slice(0, 3)).toEqual([0, 0, instalment + 200_000])
  })

  it('free of interest leaves one level for all instalments', () => {
    const free = { principal: 1_000_000, percent: 12, instalments: 4, interestFreeInstalments: 2 }
    const { rows } = schedule(termsOf(free))
    expect(interests(rows).slice(0, 2)).toEqual([0, 0])
    expect(Math.max(...totals(rows)) - Math.min(...totals(rows))).toBeLessThanOrEqual(2)
  })
})
