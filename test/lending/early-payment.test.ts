import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#worker/kernel/calendar'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { anyHistory, disbursed, numbered, repaid } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const FIRST_DUE = '2026-02-15'
const on = (text: string) => localDate(text)

function afterPaying(money: number, said: Parameters<typeof termsOf>[0], day = FIRST_DUE) {
  const events = numbered(disbursed(START), repaid(day, money))
  return project(termsOf(said), events, on(day))
}

describe('money beyond what is due', () => {
  it('keeps the plan and pays the next instalments, unless agreed otherwise', () => {
    const loan = afterPaying(1_721_329 * 2, {})
    expect(loan.instalments[1]?.left).toBe(0)
    expect(loan.nextDue).toEqual({ n: 3, dueOn: '2026-04-15', amount: 1_721_329 })
  })

  it('reduces the number of instalments and keeps their size', () => {
    const loan = afterPaying(1_721_329 + 5_000_000, { earlyPayment: 'reduceNumber' })
    expect(loan.outstanding.principal).toBe(20_000_000 - 1_621_329 - 5_000_000)
    expect(loan.instalments).toHaveLength(9)
    expect(loan.instalments.slice(1, -1).map(({ left }) => left)).toEqual(Array(7).fill(1_721_329))
    expect(loan.instalments.at(-1)?.left).toBeLessThan(1_721_329)
  })

  it('reduces the instalments and keeps their number', () => {
    const loan = afterPaying(1_721_329 + 5_000_000, { earlyPayment: 'reduceInstalment' })
    const remaining = schedule(termsOf({ principal: 13_378_671, instalments: 11 })).rows
    expect(loan.instalments.slice(1).map(({ left }) => left)).toEqual(
      remaining.map(({ total }) => total),
    )
  })

  it('in the middle of a period saves interest for the days that are left of it', () => {
    const said = { earlyPayment: 'reduceNumber', percent: 12 } as const
    const loan = afterPaying(3_100_000, said, '2026-01-31')
    const saved = 6_433
    expect(loan.instalments[0]).toMatchObject({ asked: { interest: 200_000 - saved }, left: 0 })
    expect(loan.outstanding.principal).toBe(20_000_000 - 3_100_000 + 200_000 - saved)
    expect(Math.round(((3_100_000 - 1_776_976 + saved) * 0.01 * 15) / 31)).toBe(saved)
  })

  it('on the first day of a period is principal alone, and saves all of its interest', () => {
    const said = { earlyPayment: 'reduceNumber', percent: 12 } as const
    const loan = afterPaying(3_100_000, said, START)
    expect(loan.instalments[0]?.asked.interest).toBe(169_000)
    expect(loan.outstanding.principal).toBe(16_900_000)
  })

  it('of a flat loan saves the interest of the instalments that fall away', () => {
    const flat = { interestMethod: 'flat', percent: 12, principal: 12_000_000 } as const
    const loan = afterPaying(1_120_000 + 2_000_000, { ...flat, earlyPayment: 'reduceNumber' })
    expect(loan.instalments).toHaveLength(10)
    expect(loan.outstanding).toMatchObject({ principal: 9_000_000, interest: 9 * 120_000 })
  })

  it.each(['reduceNumber', 'reduceInstalment'] as const)(
    'under %s pays off when it is enough',
    (earlyPayment) => {
      const loan = afterPaying(20_100_000, { earlyPayment })
      expect(loan).toMatchObject({ status: 'closed', overpayment: 0 })
    },
  )
})

describe('a payoff quote', () => {
  const terms = termsOf({ percent: 12 })

  it('on the day of the disbursement is the principal, and no interest', () => {
    const quote = payoffQuote(terms, numbered(disbursed(START)), on(START))
    expect(quote).toMatchObject({ total: 20_000_000, parts: { interest: 0 } })
  })

  it('counts interest for the days that have passed, and shows how', () => {
    const quote = payoffQuote(terms, numbered(disbursed(START)), on('2026-01-25'))
    expect(quote?.total).toBe(20_000_000 + 64_516)
    expect(quote?.lines).toContainEqual({
      of: 'running',
      part: 'interest',
      amount: 64_516,
      days: ['2026-01-15', '2026-01-25'],
      arithmetic: '200.000 × 10 / 31 = 64.516',
    })
  })

  it('counts by the day count where interest is daily', () => {
    const daily = termsOf({ percent: 12, interestPeriod: 'daily', dayCount: '30/360' })
    const quote = payoffQuote(daily, numbered(disbursed(START)), on('2026-01-25'))
    expect(quote?.parts.interest).toBe(66_667)
  })

  it('asks for what is overdue in full', () => {
    const quote = payoffQuote(terms, numbered(disbursed(START)), on(FIRST_DUE))
    expect(quote?.parts).toMatchObject({ interest: 200_000, principal: 20_000_000 })
  })

  it('asks for interest that a grace has kept back', () => {
    const grace = termsOf({ percent: 12, graceOnPrincipal: 3, graceOnInterestPayment: 3 })
    const quote = payoffQuote(grace, numbered(disbursed(START)), on('2026-03-15'))
    expect(quote?.parts.interest).toBe(400_000)
    expect(quote?.lines).toContainEqual({ of: 'waiting', part: 'interest', amount: 400_000 })
  })

  it('takes off interest that was paid ahead', () => {
    const ahead = numbered(disbursed(START), repaid('2026-01-20', 2_000_000))
    const quote = payoffQuote(terms, ahead, on('2026-01-25'))
    expect(quote?.parts.interest).toBe(0)
  })

  it('is not given before the disbursement', () => {
    expect(payoffQuote(terms, [], on(START))).toBeUndefined()
  })

  it('closes any loan to the rupiah when it is paid on its day', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms, events, asOf }) => {
        const quote = payoffQuote(terms, events, asOf)
        fc.pre(quote !== undefined)
        expect(quote.lines.reduce((total, line) => total + line.amount, 0)).toBe(quote.total)
        expect(totalOf(quote.parts)).toBe(quote.total)
        for (const part of Object.values(quote.parts)) expect(part).toBeGreaterThanOrEqual(0)
        fc.pre(quote.total > 0)
        const seq = events.length + 1
        const payment = {
          kind: 'repaid' as const,
          seq,
          on: asOf,
          amount: quote.total,
          settles: true,
        }
        const before = project(terms, events, asOf)
        const after = project(terms, [...events, payment], asOf)
        expect(totalOf(after.outstanding)).toBe(0)
        expect(after.overpayment).toBe(before.overpayment)
      }),
      { numRuns: 500 },
    )
  })

  it('never asks for more as principal is paid, nor for more than keeping the plan costs', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms, events, asOf }) => {
        const quote = payoffQuote(terms, events, addDays(asOf, 1))
        const loan = project(terms, events, addDays(asOf, 1))
        fc.pre(loan.status !== 'written-off')
        expect(quote?.parts.principal).toBe(loan.outstanding.principal)
        expect(quote?.total ?? 0).toBeLessThanOrEqual(totalOf(loan.outstanding))
      }),
      { numRuns: 300 },
    )
  })
})
