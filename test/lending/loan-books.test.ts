import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { lastDay } from '#worker/lending/servicing/loans/events'
import { project } from '#worker/lending/servicing/loans/projection'
import { summaryOf } from '#worker/lending/servicing/loans/summary'
import { anyHappening, anyRules } from '#test/support/loan-events'
import type { Unnumbered } from '#test/support/loan-events'
import { accruedTo, after, born, wanted } from '#test/support/loan-life'
import type { Life } from '#test/support/loan-life'

type Wish =
  Unnumbered | { kind: 'accrue'; on: LocalDate; stops: boolean } | { kind: 'undo'; nth: number }

function anyWish(terms: Parameters<typeof anyHappening>[0]): fc.Arbitrary<Wish> {
  return fc.oneof(
    { weight: 8, arbitrary: anyHappening(terms) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('accrue' as const),
        on: fc.integer({ min: 0, max: 900 }).map((days) => addDays(terms.disbursedOn, days)),
        stops: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('undo' as const), nth: fc.nat({ max: 12 }) }),
    },
  )
}

function granted(life: Life, wish: Wish): Life {
  if (wish.kind === 'accrue') return accruedTo(life, wish.on, wish.stops)
  if (wish.kind !== 'undo') return after(life, wish)
  const reverses = 2 + (wish.nth % Math.max(1, life.events.length - 1))
  const on = lastDay(life.events) ?? life.loan.disbursedOn
  return after(life, { kind: 'reversed', on, reverses })
}

const anyLife = anyRules(12).chain((terms) =>
  fc.record({
    terms: fc.constant(terms),
    basis: fc.constantFrom('cash' as const, 'accrual' as const),
    wishes: fc.array(anyWish(terms), { maxLength: 14 }),
  }),
)

const withoutNothing = (held: ReadonlyMap<string, number>) =>
  Object.fromEntries([...held].filter(([, each]) => each !== 0))

const NEVER_CREDIT = ['loans-receivable', 'interest-receivable']
const NEVER_DEBIT = ['overpayments', 'unearned-interest', 'recoveries']

describe('the books of any loan, decision by decision', () => {
  it('hold what a fresh replay gives, on both bases, and debit what they credit', () => {
    fc.assert(
      fc.property(anyLife, ({ terms, basis, wishes }) => {
        wishes.reduce(
          (before, wish) => {
            const life = granted(before, wish)
            const held = withoutNothing(life.book)
            expect(held).toEqual(withoutNothing(wanted(life)))
            expect(Object.values(held).reduce((total, each) => total + each, 0)).toBe(0)
            for (const code of NEVER_CREDIT) expect(held[code] ?? 0).toBeGreaterThanOrEqual(0)
            for (const code of NEVER_DEBIT) expect(held[code] ?? 0).toBeLessThanOrEqual(0)
            return life
          },
          born(terms, basis),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('hold the balance and the overpayment that are kept with the loan', () => {
    fc.assert(
      fc.property(anyLife, ({ terms, basis, wishes }) => {
        const { loan, events, book } = wishes.reduce(granted, born(terms, basis))
        expect(book.get('loans-receivable') ?? 0).toBe(loan.balance)
        expect(0 - (book.get('overpayments') ?? 0)).toBe(loan.overpayment)
        const again = summaryOf(project(terms, events, lastDay(events)!))
        expect(loan).toMatchObject(again)
        expect(loan.version).toBe(events.length)
        if (basis === 'accrual') expect(0 - (book.get('interest-income') ?? 0)).toBe(loan.accrued)
      }),
      { numRuns: 200 },
    )
  })

  it('stand as after the disbursement when everything else has been reversed', () => {
    fc.assert(
      fc.property(anyLife, ({ terms, wishes }) => {
        const start = born(terms, 'cash')
        const life = wishes.filter(({ kind }) => kind !== 'undo').reduce(granted, start)
        const undone = life.events.slice(1).reduceRight((before, { seq }) => {
          const on = lastDay(before.events)!
          return after(before, { kind: 'reversed', on, reverses: seq })
        }, life)
        expect(withoutNothing(undone.book)).toEqual(withoutNothing(start.book))
        const opening = project(terms, start.events, lastDay(undone.events)!)
        expect(undone.loan).toMatchObject(summaryOf(opening))
      }),
      { numRuns: 200 },
    )
  })
})
