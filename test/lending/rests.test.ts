import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { explanation } from '#worker/lending/offering/schedules/explanation'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { anyTerms, termsOf } from '#test/support/loan-terms'

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** PER-6/MBU/09/2022: 3 % a year of the balance at the start of the year. */
const partnership = termsOf({
  principal: 36_000_000,
  percent: 3,
  amortization: 'equalPrincipal',
  instalments: 36,
  rest: 'year',
})

describe('annual rests', () => {
  it('bear a year’s interest on the balance with which the year of the loan began', () => {
    const { rows } = schedule(partnership)
    const years = [0, 12, 24].map((from) => rows.slice(from, from + 12))
    expect(years.map((year) => total(year.map((row) => row.interest)))).toEqual([
      1_080_000, 720_000, 360_000,
    ])
    expect(years.map((year) => new Set(year.map((row) => row.interest)).size)).toEqual([1, 1, 1])
    expect(rows.every((row) => row.principal === 1_000_000)).toBe(true)
  })

  it('charge a year that is not full only for its part', () => {
    const { rows } = schedule({ ...partnership, instalments: 18, principal: amount(18_000_000) })
    expect(total(rows.slice(0, 12).map((row) => row.interest))).toBe(540_000)
    expect(total(rows.slice(12).map((row) => row.interest))).toBe(90_000)
  })

  it('are told with the balance that bore the interest', () => {
    expect(explanation(partnership, 'id')[13]).toMatch(
      /^jasa 3% \/ 12 × 24\.000\.000 \(sisa awal tahun\) = 60\.000;/,
    )
  })

  it('count years by days where instalments come every 35 days', () => {
    const { rows } = schedule({ ...partnership, every: 35, unit: 'day', instalments: 12 })
    const interest = rows.map((row) => row.interest)
    expect(new Set(interest.slice(0, 11)).size).toBe(1)
    expect(interest[11]).toBeLessThan(interest[0]!)
  })

  it('never cost less than interest on each balance, and lose no principal', () => {
    fc.assert(
      fc.property(anyTerms(), (terms) => {
        const declining = { ...terms, interestMethod: 'declining' } as const
        if (declining.amortization === 'equalInstalment') return
        const yearly = schedule({ ...declining, rest: 'year' })
        expect(yearly.totals.principal).toBe(terms.principal)
        expect(yearly.rows.at(-1)?.balance).toBe(0)
        const each = schedule(declining)
        expect(yearly.totals.interest).toBeGreaterThanOrEqual(each.totals.interest)
      }),
    )
  })

  it('have no level instalment', () => {
    const level = { ...partnership, amortization: 'equalInstalment' } as const
    expect(() => schedule(level)).toThrow('no level instalment')
    expect(() => schedule({ ...partnership, interestMethod: 'flat' })).toThrow('no level')
  })
})
