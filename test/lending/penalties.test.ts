import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, localDate } from '#worker/kernel/calendar'
import { amount, portion } from '#worker/kernel/money'
import { penaltyWords } from '#worker/lending/servicing/loans/explained'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { project } from '#worker/lending/servicing/loans/projection'
import { WHOLE, rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { PenaltyRule } from '#worker/lending/offering/schedules/terms'
import { anyPenalty, disbursed, numbered, repaid } from '#test/support/loan-events'
import { anyTerms, termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const rule: PenaltyRule = {
  graceDays: 3,
  rate: rate(100_000),
  base: 'principal',
  cap: rate(10_000_000),
}
const terms = termsOf({ penalty: rule })
const on = (text: string) => localDate(text)

function penaltyOn(day: string, ...events: Parameters<typeof numbered>) {
  const loan = project(terms, numbered(disbursed(START), ...events), on(day))
  return loan.instalments[0]?.penalized
}

describe('a penalty by rule', () => {
  it.each([
    ['2026-02-15', 0],
    ['2026-02-18', 0],
    ['2026-02-19', 1621],
    ['2026-02-28', 16_213],
  ])('on %s is %i: so many days after the grace × 0.1 % of the principal overdue', (day, money) => {
    expect(penaltyOn(day)).toBe(money)
  })

  it('on the whole instalment counts its interest as well, and never a penalty', () => {
    const whole = termsOf({ penalty: { ...rule, base: 'instalment' } })
    const loan = project(whole, numbered(disbursed(START)), on('2026-02-28'))
    expect(loan.instalments[0]?.penalized).toBe(17_213)
  })

  it('stops at its cap', () => {
    expect(penaltyOn('2026-05-29')).toBe(162_132)
    expect(penaltyOn('2027-05-29')).toBe(162_132)
  })

  it('falls on what is left after a part was paid', () => {
    expect(penaltyOn('2026-03-10', repaid('2026-02-28', 721_329))).toBe(26_213)
  })

  it('vanishes when the payment turns out to have been on time', () => {
    const late = [repaid('2026-03-01', 1_739_163)]
    expect(penaltyOn('2026-03-01', ...late)).toBe(17_835)
    expect(penaltyOn('2026-03-01', ...late, repaid('2026-02-15', 1_721_329))).toBe(0)
  })

  it('is paid after principal, and once paid in full the loan is not late with it again', () => {
    const events = numbered(disbursed(START), repaid('2026-02-28', 1_721_329 + 16_213))
    const loan = project(terms, events, on('2026-03-14'))
    expect(loan.instalments[0]).toMatchObject({ left: 0, paidOn: '2026-02-28', penalized: 16_213 })
    expect(loan.arrears.amount).toBe(0)
  })

  it('is part of the payoff, and can be waived', () => {
    const waiver = {
      kind: 'waived',
      on: on('2026-02-28'),
      part: 'penalties',
      amount: amount(16_213),
    } as const
    const loan = project(terms, numbered(disbursed(START), waiver), on('2026-02-28'))
    expect(loan.outstanding.penalties).toBe(0)
    expect(penaltyOn('2026-02-28', waiver)).toBe(16_213)
  })

  it('counts no day of a pause', () => {
    const pause = {
      kind: 'paused',
      on: on('2026-02-20'),
      until: on('2026-03-20'),
      interest: 'none',
    } as const
    expect(penaltyOn('2026-03-20', pause)).toBe(penaltyOn('2026-02-20'))
    expect(penaltyOn('2026-03-21', pause)).toBe(penaltyOn('2026-02-21'))
  })

  it('says how it comes about, in both languages', () => {
    const events = numbered(disbursed(START), repaid('2026-02-28', 721_329))
    const [first] = project(terms, events, on('2026-03-10')).instalments
    expect(penaltyWords(first!, { terms, language: 'id' })).toBe(
      'denda 0,1% × (10 hari × 1.621.329 + 10 hari × 1.000.000) ≈ 26.213',
    )
    const [capped] = project(terms, numbered(disbursed(START)), on('2026-08-27')).instalments
    expect(penaltyWords(capped!, { terms, language: 'en' })).toBe(
      'penalty 0.1% × 190 days × 1,621,329 ≈ 308,053; at most 10% of its instalment = 162,132',
    )
  })
})

describe('any penalty', () => {
  const cases = anyTerms(8).chain((given) =>
    fc.record({
      terms: anyPenalty.map((penalty) => ({ ...given, penalty })),
      payments: fc.array(fc.tuple(fc.nat({ max: 900 }), fc.integer({ min: 1, max: 5_000_000 })), {
        maxLength: 6,
      }),
      days: fc.nat({ max: 1500 }),
    }),
  )

  it('is never negative, never compounds and never passes its cap', () => {
    fc.assert(
      fc.property(cases, ({ terms: given, payments, days }) => {
        const { penalty } = given
        fc.pre(penalty !== undefined)
        const asOf = addDays(given.disbursedOn, days)
        const paid = payments.map(([day, money]) => repaid(addDays(given.disbursedOn, day), money))
        const loan = project(given, numbered(disbursed(given.disbursedOn), ...paid), asOf)
        const { rows } = schedule(given)
        loan.instalments.forEach(({ penalized, dueOn }, index) => {
          const row = rows[index]!
          const base = penalty.base === 'principal' ? row.principal : row.total
          const late = Math.max(0, daysBetween(addDays(dueOn, penalty.graceDays), asOf))
          expect(penalized).toBeGreaterThanOrEqual(0)
          expect(penalized).toBeLessThanOrEqual(portion(base, penalty.cap, WHOLE, 'down'))
          expect(penalized).toBeLessThanOrEqual(portion(base, penalty.rate * late, WHOLE))
        })
      }),
      { numRuns: 300 },
    )
  })

  it('is none for whoever pays each instalment on its day, whenever it is written down', () => {
    fc.assert(
      fc.property(cases, ({ terms: given, days }) => {
        const paid = schedule(given).rows.filter(({ total }) => total > 0)
        const onTime = paid.map(({ dueOn, total }) => repaid(dueOn, total)).toReversed()
        const asOf = addDays(given.disbursedOn, days + 20_000)
        const loan = project(given, numbered(disbursed(given.disbursedOn), ...onTime), asOf)
        expect(loan.instalments.every(({ penalized }) => penalized === 0)).toBe(true)
        expect(totalOf(loan.outstanding)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })
})
