import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  dateIn,
  dateOfDayNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  instant,
  isLeapYear,
  isLocalDate,
  localDate,
  startOfDay,
  weekday,
} from '#worker/kernel/calendar'
import type { Zone } from '#worker/kernel/calendar'

const FIRST = dayNumber(localDate('0001-01-01'))
const LAST = dayNumber(localDate('9999-12-31'))
const anyDay = fc.integer({ min: FIRST, max: LAST })
const anyDate = anyDay.map(dateOfDayNumber)
const anyZone = fc.constantFrom<Zone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')

/** The platform's own calendar, which the core does without, as an independent judge. */
function byPlatform(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

describe('a local date', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('may be %s', (text) => {
    expect(localDate(text)).toBe(text)
  })

  it.each([
    ...['2023-02-29', '1900-02-29', '2024-00-10', '2024-13-01', '2024-04-31', '2024-01-00'],
    ...['0000-01-01', '2024-1-1', '24-01-01', '2024-01-01T00:00', '', 'besok', '２０２４-01-01'],
  ])('may not be %j', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => localDate(text)).toThrow(RangeError)
  })

  it('counts days as the platform does, both ways', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dateOfDayNumber(day)).toBe(byPlatform(day))
        expect(dayNumber(dateOfDayNumber(day))).toBe(day)
      }),
      { numRuns: 2000 },
    )
  })

  it('sorts as its days do', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(dayNumber(a) - dayNumber(b)))
      }),
    )
  })

  it('knows its weekday', () => {
    expect(weekday(localDate('2026-11-22'))).toBe(0)
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(dateOfDayNumber(day))).toBe(new Date(day * 86_400_000).getUTCDay())
      }),
    )
  })

  it('does not leave the years 1 to 9999', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addMonths(localDate('0001-01-31'), -1)).toThrow(RangeError)
  })
})

describe('counting on', () => {
  it('adds days that can be taken back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        fc.pre(dayNumber(date) + days >= FIRST && dayNumber(date) + days <= LAST)
        const then = addDays(date, days)
        expect(daysBetween(date, then)).toBe(days)
        expect(addDays(then, -days)).toBe(date)
      }),
    )
  })

  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-01-31', 2, '2023-03-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-03-31', -13, '2023-02-28'],
  ])('from %s, %i months on, is %s', (from, months, then) => {
    expect(addMonths(localDate(from), months)).toBe(then)
  })

  it('does not drift when it walks month by month from an anchor day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (start, months) => {
        fc.pre(start < '9990-01-01')
        let walked = start
        for (let month = 0; month < months; month++) walked = addMonths(walked, 1, dayOf(start))
        expect(walked).toBe(addMonths(start, months))
        const length = daysInMonth(Number(walked.slice(0, 4)), Number(walked.slice(5, 7)))
        expect(dayOf(walked)).toBe(Math.min(dayOf(start), length))
      }),
    )
  })

  it('knows leap years and the lengths of months', () => {
    expect([2024, 2000, 2023, 1900].map(isLeapYear)).toEqual([true, true, false, false])
    const lengths = Array.from({ length: 12 }, (_, month) => daysInMonth(2023, month + 1))
    expect(lengths.reduce((a, b) => a + b)).toBe(365)
    expect(daysInMonth(2024, 2)).toBe(29)
  })
})

describe('a zone', () => {
  it('begins its day earlier the further east it lies', () => {
    const date = localDate('2026-01-01')
    expect(startOfDay(date, 'Asia/Jakarta')).toBe(Date.parse('2025-12-31T17:00:00Z'))
    expect(startOfDay(date, 'Asia/Makassar')).toBe(Date.parse('2025-12-31T16:00:00Z'))
    expect(startOfDay(date, 'Asia/Jayapura')).toBe(Date.parse('2025-12-31T15:00:00Z'))
  })

  it('has its new year while Jakarta still has the old one', () => {
    const at = instant(Date.parse('2025-12-31T16:30:00Z'))
    expect(dateIn('Asia/Jakarta', at)).toBe('2025-12-31')
    expect(dateIn('Asia/Makassar', at)).toBe('2026-01-01')
  })

  it('is on a date from the start of its day up to the start of the next', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: FIRST + 1, max: LAST - 1 }), (zone, day) => {
        const date = dateOfDayNumber(day)
        const start = startOfDay(date, zone)
        expect(dateIn(zone, start)).toBe(date)
        expect(dateIn(zone, instant(start - 1))).toBe(addDays(date, -1))
        expect(startOfDay(addDays(date, 1), zone) - start).toBe(86_400_000)
      }),
    )
  })

  it('refuses an instant that is no whole millisecond', () => {
    expect(() => instant(0.5)).toThrow(RangeError)
  })
})
