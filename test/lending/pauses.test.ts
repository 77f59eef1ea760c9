import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, localDate, weekday } from '#worker/kernel/calendar'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import { disbursed, numbered, repaid } from '#test/support/loan-events'
import { anyTerms, termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const terms = termsOf()
const on = (text: string) => localDate(text)
const first = repaid('2026-02-15', 1_721_329)

const pause = (from: string, until: string, interest: 'none' | 'runs' = 'none') =>
  ({ kind: 'paused', on: on(from), until: on(until), interest }) as const

function at(day: string, ...events: Parameters<typeof numbered>) {
  return project(terms, numbered(disbursed(START), ...events), on(day))
}

const dueDates = (loan: ReturnType<typeof at>) => loan.instalments.map(({ dueOn }) => dueOn)

describe('a pause', () => {
  it('moves what is due after the day by whole months, and leaves what was due before', () => {
    const loan = at('2026-03-10', first, pause('2026-03-10', '2026-06-10'))
    expect(dueDates(loan).slice(0, 4)).toEqual([
      '2026-02-15',
      '2026-06-15',
      '2026-07-15',
      '2026-08-15',
    ])
    expect(loan.pausedUntil).toBe('2026-06-10')
  })

  it('bears no interest where so agreed, and the instalments stay as they were', () => {
    const before = at('2026-03-10', first)
    const loan = at('2026-03-10', first, pause('2026-03-10', '2026-06-10'))
    expect(loan.outstanding).toEqual(before.outstanding)
    const events = numbered(disbursed(START), first, pause('2026-03-10', '2026-06-10'))
    const quotes = ['2026-03-10', '2026-04-20', '2026-06-10'].map(
      (day) => payoffQuote(terms, events, on(day))?.total,
    )
    expect(new Set(quotes).size).toBe(1)
  })

  it('that bears interest costs the balance × the rate × its months, with the next instalment', () => {
    const before = at('2026-03-10', first)
    const loan = at('2026-03-10', first, pause('2026-03-10', '2026-06-10', 'runs'))
    const extra = Math.round((18_378_671 * 0.06 * 3) / 12)
    expect(loan.instalments[1]?.asked.interest).toBe(91_893 + extra)
    expect(loan.outstanding.interest - before.outstanding.interest).toBe(extra)
  })

  it('keeps the 31st, and no date drifts', () => {
    const late = termsOf({ disbursedOn: on('2026-01-31') })
    const events = numbered(disbursed('2026-01-31'), pause('2026-02-10', '2026-04-10'))
    expect(dueDates(project(late, events, on('2026-02-10'))).slice(0, 3)).toEqual([
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ])
  })

  it('that is prolonged moves by what is new of it', () => {
    const once = at('2026-03-10', first, pause('2026-03-10', '2026-06-10'))
    const twice = at(
      '2026-05-01',
      first,
      pause('2026-03-10', '2026-05-10'),
      pause('2026-05-01', '2026-06-10'),
    )
    expect(dueDates(twice)).toEqual(dueDates(once))
  })

  it('stops the days late of nobody who was late before it', () => {
    const loan = at('2026-03-01', pause('2026-02-20', '2026-05-20'))
    expect(loan.arrears).toMatchObject({ since: '2026-02-15', daysPastDue: 14, instalments: 1 })
  })

  it('of a weekly loan keeps the day of the week, and of selapanan the market day', () => {
    const any = anyTerms(12).chain((given) =>
      fc.record({
        given: fc.constantFrom(
          { ...given, every: 1, unit: 'week' as const },
          { ...given, every: 35, unit: 'day' as const },
        ),
        day: fc.nat({ max: 200 }),
        length: fc.integer({ min: 1, max: 200 }),
      }),
    )
    fc.assert(
      fc.property(any, ({ given, day, length }) => {
        const from = addDays(given.disbursedOn, day)
        const until = addDays(from, length)
        const straight = numbered(disbursed(given.disbursedOn))
        const paused = numbered(disbursed(given.disbursedOn), pause(from, until))
        const before = project(given, straight, from).instalments
        const after = project(given, paused, from).instalments
        after.forEach(({ dueOn }, index) => {
          const moved = daysBetween(before[index]!.dueOn, dueOn)
          expect(moved % (given.unit === 'week' ? 7 : 35)).toBe(0)
          if (given.unit === 'week') expect(weekday(dueOn)).toBe(weekday(before[index]!.dueOn))
          expect(dueOn <= from || dueOn >= until).toBe(true)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('never changes what is owed of any loan where it bears no interest', () => {
    const cases = fc.tuple(
      anyTerms(12),
      fc.nat({ max: 400 }),
      fc.integer({ min: 1, max: 300 }),
      fc.nat({ max: 300 }),
    )
    fc.assert(
      fc.property(cases, ([given, day, length, later]) => {
        const from = addDays(given.disbursedOn, day)
        const event = pause(from, addDays(from, length))
        const straight = numbered(disbursed(given.disbursedOn))
        const paused = numbered(disbursed(given.disbursedOn), event)
        const asOf = addDays(from, later)
        expect(project(given, paused, asOf).outstanding).toEqual(
          project(given, straight, asOf).outstanding,
        )
        const before = payoffQuote(given, straight, from)
        expect(payoffQuote(given, paused, from)?.total).toBe(before?.total)
        expect(totalOf(project(given, paused, asOf).due)).toBeLessThanOrEqual(
          totalOf(project(given, straight, asOf).due),
        )
      }),
      { numRuns: 300 },
    )
  })
})
