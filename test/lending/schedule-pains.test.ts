/** What issue trackers of other loan systems were opened for, as far as it concerns the schedule. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate, weekday } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { project } from '#worker/lending/servicing/loans/projection'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { disbursed, numbered } from '#test/support/loan-events'
import { anyTerms, termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const on = (text: string) => localDate(text)

describe('pain 1, rounding', () => {
  it('no residue of a rupiah is left at the end, whichever multiple instalments round to', () => {
    fc.assert(
      fc.property(anyTerms(), (any) => {
        const { rows } = schedule(any)
        expect(rows.at(-1)?.balance).toBe(0)
        expect(rows.reduce((total, row) => total + row.principal, 0)).toBe(any.principal)
      }),
    )
  })

  it('nothing is rounded up that was not agreed to be', () => {
    const level = (said: Parameters<typeof termsOf>[0]) => schedule(termsOf(said)).instalment
    expect(level({})).toBe(1_721_329)
    expect(level({ roundInstalmentTo: 1000, roundInstalment: 'down' })).toBe(1_721_000)
    expect(level({ roundInstalmentTo: 1000, roundInstalment: 'up' })).toBe(1_722_000)
  })
})

describe('pain 8, dates', () => {
  it('every option gives its own dates, and all of them make sense', () => {
    const dates = (said: Parameters<typeof termsOf>[0]) =>
      schedule(termsOf({ instalments: 3, ...said })).rows.map(({ dueOn }) => dueOn)
    expect(dates({ every: 1, unit: 'day' })).toEqual(['2026-01-16', '2026-01-17', '2026-01-18'])
    expect(dates({ every: 1, unit: 'week' })).toEqual(['2026-01-22', '2026-01-29', '2026-02-05'])
    expect(dates({ every: 2, unit: 'week' })).toEqual(['2026-01-29', '2026-02-12', '2026-02-26'])
    expect(dates({ every: 35, unit: 'day' })).toEqual(['2026-02-19', '2026-03-26', '2026-04-30'])
    expect(dates({})).toEqual(['2026-02-15', '2026-03-15', '2026-04-15'])
    expect(dates({ every: 3 })).toEqual(['2026-04-15', '2026-07-15', '2026-10-15'])
    expect(dates({ firstDueOn: on('2026-03-31') })).toEqual([
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
  })

  it('days off move one date and not the ones after it', () => {
    const daysOff = { weekdays: [0], holidays: [on('2026-02-16')] }
    const { rows } = schedule(termsOf({ daysOff }))
    expect(rows.slice(0, 3).map(({ dueOn }) => dueOn)).toEqual([
      '2026-02-17',
      '2026-03-16',
      '2026-04-15',
    ])
    expect(rows.every(({ dueOn }) => weekday(dueOn) !== 0)).toBe(true)
  })
})

describe('pain 10, multiples and decimals', () => {
  it('count in cents as in rupiah, and for a first tranche as for the whole', () => {
    const euro = { principal: 1000_00, percent: 12, currencyExponent: 2 } as const
    expect(schedule(termsOf(euro)).instalment).toBe(88_85)
    expect(schedule(termsOf({ ...euro, roundInstalmentTo: 50 })).instalment).toBe(89_00)
    const tranche = termsOf({ roundInstalmentTo: 500, firstTranche: amount(12_345_678) })
    const { instalments } = project(tranche, numbered(disbursed(START)), on(START))
    expect(instalments.slice(0, -1).every(({ left }) => left % 500 === 0)).toBe(true)
  })
})
