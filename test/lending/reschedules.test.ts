import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { eventWords } from '#worker/lending/servicing/loans/explained'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import { rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { NewTerms } from '#worker/lending/offering/schedules/terms'
import { anyHistory, disbursed, numbered, repaid } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const terms = termsOf()
const on = (text: string) => localDate(text)
const first = repaid('2026-02-15', 1_721_329)

const anew = (day: string, changes: NewTerms) =>
  ({ kind: 'rescheduled', on: on(day), terms: changes }) as const

function at(day: string, ...events: Parameters<typeof numbered>) {
  return project(terms, numbered(disbursed(START), ...events), on(day))
}

describe('a loan planned anew', () => {
  it('keeps what is owed of principal and shares it over the new instalments', () => {
    const loan = at('2026-02-15', first, anew('2026-02-15', { instalments: 24 }))
    expect(loan.outstanding.principal).toBe(18_378_671)
    const { rows } = schedule(
      termsOf({ principal: 18_378_671, instalments: 24, disbursedOn: on('2026-02-15') }),
    )
    expect(loan.instalments.slice(1).map(({ n, dueOn, left }) => ({ n, dueOn, left }))).toEqual(
      rows.map(({ n, dueOn, total }) => ({ n: n + 1, dueOn, left: total })),
    )
  })

  it('in the middle of a period charges no day twice and gives none away', () => {
    const loan = at('2026-03-10', first, anew('2026-03-10', { instalments: 24 }))
    const [, next] = loan.instalments
    expect(next).toMatchObject({ n: 2, dueOn: '2026-03-15' })
    expect(next?.asked.interest).toBe(75_484 + 16_410)
  })

  it('may have another rate, another first date, a grace and another rhythm', () => {
    const changes = {
      annualRate: rate(3_000_000),
      instalments: 26,
      firstDueOn: on('2026-05-04'),
      every: 2,
      unit: 'week',
      graceOnPrincipal: 2,
    } as const
    const loan = at(
      '2026-03-15',
      first,
      repaid('2026-03-15', 1_721_329),
      anew('2026-03-15', changes),
    )
    const [third, fourth, fifth] = loan.instalments.slice(2)
    expect([third, fourth, fifth].map((each) => each?.dueOn)).toEqual([
      '2026-05-04',
      '2026-05-18',
      '2026-06-01',
    ])
    expect([third, fourth].map((each) => each?.asked.principal)).toEqual([0, 0])
    expect(fourth?.asked.interest).toBe(Math.round((loan.outstanding.principal * 0.03 * 2) / 52))
    expect(loan.instalments).toHaveLength(2 + 26)
  })

  it('keeps the 31st as its day where the first new due date is a short month’s', () => {
    const end = termsOf({ disbursedOn: on('2025-12-31') })
    const events = numbered(disbursed('2025-12-31'), anew('2026-02-10', { instalments: 3 }))
    const loan = project(end, events, on('2026-02-10'))
    expect(loan.instalments.slice(1).map(({ dueOn }) => dueOn)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('counts what was paid ahead of it', () => {
    const ahead = repaid('2026-02-15', 1_721_329 * 2)
    const loan = at('2026-02-15', ahead, anew('2026-02-15', { instalments: 10 }))
    expect(loan.outstanding.principal).toBe(20_000_000 - 1_621_329 - 1_629_436)
    const { rows } = schedule(termsOf({ principal: 16_749_235, instalments: 10 }))
    const [second] = loan.instalments.filter(({ left }) => left > 0)
    expect(second?.left).toBe((rows[0]?.total ?? 0) - 83_746)
    expect(second?.left).toBeLessThan(rows[0]?.total ?? 0)
  })

  it('is not late with what it carries over, until the first new due date has passed', () => {
    const day = '2026-03-01'
    expect(at(day).arrears.daysPastDue).toBe(14)
    const loan = at(day, anew(day, { instalments: 12, firstDueOn: on('2026-04-15') }))
    expect(loan.arrears).toMatchObject({ amount: 0, daysPastDue: 0 })
    expect(loan.instalments[0]).toMatchObject({ left: 0, endedOn: day, daysLate: 14 })
  })

  it('tells what it planned and what it carried over', () => {
    const events = numbered(
      disbursed(START),
      anew('2026-03-01', { annualRate: rate(3_000_000), instalments: 24 }),
    )
    const [, entry] = project(terms, events, on('2026-03-01')).entries
    expect(eventWords(events[1]!, entry!.split, { terms, language: 'id' })).toBe(
      'sisa pokok 20.000.000 diangsur ulang sejak 1 Mar 2026; jasa 3% setahun; 24 angsuran; ' +
        'ikut angsuran pertama, tidak menjadi pokok: jasa 145.947',
    )
  })

  it('is undone by its reversal as if it had never been', () => {
    const undo = { kind: 'reversed', on: on('2026-03-12'), reverses: 3 } as const
    const loan = at('2026-03-12', first, anew('2026-03-10', { instalments: 24 }), undo)
    expect(loan).toEqual(at('2026-03-12', first))
  })
})

describe('any loan planned anew', () => {
  it('owes on that day what it owed: the payoff does not move by a rupiah', () => {
    fc.assert(
      fc.property(anyHistory(), fc.integer({ min: 1, max: 30 }), (history, instalments) => {
        const { terms: any, events, asOf } = history
        const before = payoffQuote(any, events, asOf)
        fc.pre(before !== undefined && project(any, events, asOf).status === 'active')
        const seq = events.length + 1
        const event = { kind: 'rescheduled' as const, seq, on: asOf, terms: { instalments } }
        const standing = events.filter((each) => each.on <= asOf)
        const loan = project(any, [...standing, event], asOf)
        const after = payoffQuote(any, [...standing, event], asOf)
        expect(after?.total).toBe(before.total)
        expect(loan.outstanding.principal).toBe(before.parts.principal)
        expect(loan.arrears.amount).toBe(0)
        expect(totalOf(loan.outstanding)).toBeGreaterThanOrEqual(amount(before.total))
      }),
      { numRuns: 300 },
    )
  })
})
