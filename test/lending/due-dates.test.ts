import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  daysInMonth,
  localDate,
  weekday,
} from '#worker/kernel/calendar'
import { countedDays, partOfYear } from '#worker/lending/offering/schedules/day-count'
import { dueDates } from '#worker/lending/offering/schedules/due-dates'
import { termsOf } from '#test/support/loan-terms'

describe('due dates', () => {
  it('keep the day of the disbursement where the month has it', () => {
    const terms = termsOf({ disbursedOn: localDate('2026-01-31'), instalments: 4 })
    const dueOn = ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']
    expect(dueDates(terms)).toEqual({ dueOn, days: [28, 31, 30, 31] })
  })

  it('keep the day of the agreed first due date', () => {
    const first = { disbursedOn: localDate('2026-01-10'), firstDueOn: localDate('2026-03-30') }
    const { dueOn, days } = dueDates(termsOf({ ...first, every: 11, instalments: 3 }))
    expect(dueOn).toEqual(['2026-03-30', '2027-02-28', '2028-01-30'])
    expect(days[0]).toBe(79)
  })

  it.each([
    ['week', 1, ['2026-01-22', '2026-01-29']],
    ['week', 2, ['2026-01-29', '2026-02-12']],
    ['day', 35, ['2026-02-19', '2026-03-26']],
    ['month', 12, ['2027-01-15', '2028-01-15']],
  ] as const)('come every %s × %i', (unit, every, dueOn) => {
    expect(dueDates(termsOf({ unit, every, instalments: 2 })).dueOn).toEqual(dueOn)
  })

  it('move off Sundays and holidays, and the dates after them do not move along', () => {
    const holidays = [localDate('2026-03-16')]
    const terms = termsOf({ instalments: 4, daysOff: { weekdays: [0], holidays } })
    const { dueOn, days } = dueDates(terms)
    expect(dueOn).toEqual(['2026-02-16', '2026-03-17', '2026-04-15', '2026-05-15'])
    expect(days).toEqual([32, 29, 29, 30])
    expect(dueOn.map(weekday)).not.toContain(0)
  })

  it('refuse a week that is all days off', () => {
    const daysOff = { weekdays: [0, 1, 2, 3, 4, 5, 6], holidays: [] }
    expect(() => dueDates(termsOf({ daysOff }))).toThrow(RangeError)
  })

  it('never drift from their day, and their days add up', () => {
    const settings = fc.record({
      disbursedOn: fc
        .integer({ min: 0, max: 20_000 })
        .map((day) => addDays(localDate('2000-01-01'), day)),
      instalments: fc.integer({ min: 1, max: 60 }),
      every: fc.integer({ min: 1, max: 13 }),
    })
    fc.assert(
      fc.property(settings, (said) => {
        const { dueOn, days } = dueDates(termsOf(said))
        for (const date of dueOn) {
          const length = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
          expect(dayOf(date)).toBe(Math.min(dayOf(said.disbursedOn), length))
        }
        const passed = daysBetween(said.disbursedOn, dueOn.at(-1) ?? said.disbursedOn)
        expect(days.reduce((a, b) => a + b)).toBe(passed)
      }),
    )
  })
})

describe('a day count', () => {
  it.each([
    ['2026-01-31', '2026-02-28', 28],
    ['2026-02-28', '2026-03-31', 33],
    ['2026-01-30', '2026-03-31', 60],
    ['2026-01-15', '2027-01-15', 360],
    ['2026-01-29', '2026-01-31', 2],
  ])('30/360 from %s to %s is %i days', (from, to, days) => {
    expect(countedDays('30/360', localDate(from), localDate(to))).toBe(days)
  })

  it.each([
    ['2003-11-01', '2004-05-01', 61 * 366 + 121 * 365],
    ['2024-01-01', '2025-01-01', 365 * 366],
    ['2023-12-31', '2024-01-01', 366],
    ['2023-07-01', '2026-07-01', 184 * 366 + 365 * 366 + 365 * 366 + 181 * 366],
  ])('actual/actual splits %s to %s by year', (from, to, part) => {
    expect(partOfYear('actual/actual', localDate(from), localDate(to))).toBe(part)
  })

  it('of actual days adds up over any cut', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map((n) => addDays(localDate('2018-01-01'), n))
    fc.assert(
      fc.property(fc.tuple(day, day, day), (days) => {
        const [from, cut, to] = days.toSorted() as typeof days
        for (const dayCount of ['actual/365', 'actual/actual'] as const) {
          const parts = partOfYear(dayCount, from, cut) + partOfYear(dayCount, cut, to)
          expect(parts).toBe(partOfYear(dayCount, from, to))
        }
      }),
    )
  })
})
