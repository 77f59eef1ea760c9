/** Who pays before the day is on time: money ahead pays the running instalment before principal. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#worker/kernel/calendar'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { project } from '#worker/lending/servicing/loans/projection'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { anyRules, disbursed, numbered, repaid } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const FIRST_DUE = '2026-02-15'
const on = (text: string) => localDate(text)

function afterPaying(money: number, said: Parameters<typeof termsOf>[0], day: string) {
  const events = numbered(disbursed(START), repaid(day, money))
  return project(termsOf(said), events, on(day))
}

describe('an instalment that is paid before its day', () => {
  const DAY_BEFORE = '2026-02-14'
  const LEVEL = 1_721_329
  const rules = ['reduceNumber', 'reduceInstalment'] as const

  it.each(rules)('one day early is on time under %s, and the plan stays as it was', (rule) => {
    const terms = termsOf({ earlyPayment: rule })
    const events = numbered(disbursed(START), repaid(DAY_BEFORE, LEVEL))
    const loan = project(terms, events, on('2026-03-01'))
    expect(loan.arrears).toMatchObject({ amount: 0, daysPastDue: 0 })
    expect(loan.instalments[0]).toMatchObject({ left: 0, paidOn: DAY_BEFORE, daysLate: 0 })
    const asked = loan.instalments.map((each) => totalOf(each.asked))
    expect(asked).toEqual(schedule(terms).rows.map(({ total }) => total))
  })

  it.each(rules)('is on time under %s also where members bring it in parts', (rule) => {
    const parts = ['2026-02-03', '2026-02-11', DAY_BEFORE].map((day) => repaid(day, 500_000))
    const events = numbered(disbursed(START), ...parts, repaid(FIRST_DUE, LEVEL - 1_500_000))
    const loan = project(termsOf({ earlyPayment: rule }), events, on(FIRST_DUE))
    expect(loan.instalments[0]).toMatchObject({ left: 0, paidOn: FIRST_DUE })
    expect(loan.nextDue).toEqual({ n: 2, dueOn: '2026-03-15', amount: LEVEL })
  })

  it.each([DAY_BEFORE, FIRST_DUE])('twice, on %s, takes one instalment off the end', (day) => {
    const flat = { interestMethod: 'flat', percent: 12, principal: 12_000_000 } as const
    const loan = afterPaying(2 * 1_120_000, { ...flat, earlyPayment: 'reduceNumber' }, day)
    expect(loan.outstanding.principal).toBe(12_000_000 - 1_000_000 - 1_120_000)
    expect(loan.instalments).toHaveLength(11)
    expect(loan.nextDue).toEqual({ n: 2, dueOn: '2026-03-15', amount: 1_120_000 })
  })

  it('twice saves the interest of the days left, which is principal as well', () => {
    const loan = afterPaying(2 * LEVEL, { earlyPayment: 'reduceNumber' }, DAY_BEFORE)
    const saved = 278
    expect(loan.outstanding.principal).toBe(20_000_000 - 2 * LEVEL + 100_000 - saved)
    expect(loan.instalments).toHaveLength(11)
    expect(loan.nextDue).toEqual({ n: 2, dueOn: '2026-03-15', amount: LEVEL })
  })

  it('with more on a later day lightens the instalment after it by what that saves', () => {
    const events = numbered(
      disbursed(START),
      repaid('2026-01-20', LEVEL),
      repaid('2026-01-31', 5_000_000),
    )
    const loan = project(termsOf({ earlyPayment: 'reduceNumber' }), events, on('2026-01-31'))
    expect(loan.instalments[0]).toMatchObject({ left: 0, asked: { interest: 100_000 } })
    const saved = 12_097
    expect(Math.round((5_000_000 * 0.005 * 15) / 31)).toBe(saved)
    expect(loan.nextDue).toEqual({ n: 2, dueOn: '2026-03-15', amount: LEVEL - saved })
  })

  it('costs interest up to the day paid where interest is daily', () => {
    const daily = { interestPeriod: 'daily', dayCount: '30/360', percent: 12 } as const
    const terms = termsOf({ ...daily, earlyPayment: 'reduceNumber' })
    const [first] = schedule(terms).rows
    const events = numbered(disbursed(START), repaid('2026-02-05', first?.total ?? 0))
    const loan = project(terms, events, on(FIRST_DUE))
    const saved = Math.round(((first?.principal ?? 0) * 0.12 * 10) / 360 / (1 - 0.12 / 36))
    expect(loan.instalments[0]?.left).toBe(0)
    expect(200_000 - (loan.instalments[0]?.asked.interest ?? 0)).toBeCloseTo(saved, -1)
    expect(loan.arrears.daysPastDue).toBe(0)
  })

  it('in part where interest is daily, pays principal first and owes less on the day', () => {
    const daily = { interestPeriod: 'daily', dayCount: '30/360', percent: 12 } as const
    const terms = termsOf({ ...daily, amortization: 'weighted', weights: [1], instalments: 1 })
    const early = { ...terms, earlyPayment: 'reduceNumber' } as const
    const events = numbered(disbursed(START), repaid('2026-01-30', 10_000_000))
    const loan = project(early, events, on('2026-01-30'))
    expect(loan.outstanding).toMatchObject({ principal: 10_000_000, interest: 150_000 })
  })

  it('is settled on time, whatever the loan and whenever in its period the money comes', () => {
    const anyDay = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(anyRules(12), anyDay, fc.nat({ max: 3_000_000 }), (terms, days, over) => {
        const day = addDays(terms.disbursedOn, days)
        const before = project(terms, numbered(disbursed(terms.disbursedOn)), day)
        const running = before.instalments.find(({ dueOn }) => dueOn > day)
        fc.pre(before.instalments.every(({ dueOn }) => dueOn !== day))
        const money = totalOf(before.due) + (running?.left ?? 0) + over
        fc.pre(running !== undefined && money > 0)
        const events = numbered(disbursed(terms.disbursedOn), repaid(day, money))
        const after = project(terms, events, day)
        expect(after.instalments.find(({ n }) => n === running?.n)?.left ?? 0).toBe(0)
        if (over > 0 || after.status !== 'active' || terms.interestPeriod === 'daily') return
        expect(after.allocations[0]?.lines.filter(({ n }) => n === undefined)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
