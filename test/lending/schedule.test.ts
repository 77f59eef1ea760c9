import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { ScheduleRow } from '#worker/lending/offering/schedules/schedule'
import { anyTerms, termsOf } from '#test/support/loan-terms'

const totals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.total)
const principals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.principal)
const interests = (rows: readonly ScheduleRow[]) => rows.map((row) => row.interest)
const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

describe('fees', () => {
  it('per instalment stand in the rows, at disbursement apart', () => {
    const {
      rows,
      totals: sums,
      feesAtDisbursement,
      instalment,
    } = schedule(
      termsOf({
        fees: [
          { kind: 'perInstalment', amount: amount(5000) },
          { kind: 'perInstalment', rate: rate(100_000) },
          { kind: 'atDisbursement', rate: rate(1_000_000), deducted: true },
          { kind: 'onDate', amount: amount(7000), on: localDate('2026-03-16') },
        ],
      }),
    )
    expect(rows.map((row) => row.fees)).toEqual([25_000, 25_000, 32_000, ...Array(9).fill(25_000)])
    expect(sums.fees).toBe(307_000)
    expect(feesAtDisbursement).toBe(200_000)
    expect(instalment).toBe(1_721_329)
  })
})

describe('daily interest', () => {
  it.each([
    ['30/360', [62, 30], [124_000, 60_000]],
    ['actual/360', [64, 29], [128_000, 58_000]],
    ['actual/365', [64, 29], [126_247, 57_205]],
    ['actual/actual', [64, 29], [126_004, 57_049]],
  ] as const)('%s over the turn to a leap year counts %j days', (dayCount, days, interest) => {
    const bullet = { principal: 12_000_000, amortization: 'weighted', weights: [0, 1] } as const
    const { rows } = schedule(
      termsOf({
        ...bullet,
        instalments: 2,
        interestPeriod: 'daily',
        dayCount,
        disbursedOn: localDate('2023-12-13'),
        firstDueOn: localDate('2024-02-15'),
      }),
    )
    expect(rows.map((row) => row.days)).toEqual(days)
    expect(interests(rows)).toEqual(interest)
  })

  it('makes a long first period dearer, and the level still ends at 0', () => {
    const daily = { interestPeriod: 'daily', dayCount: 'actual/365' } as const
    const even = schedule(termsOf(daily))
    const late = schedule(termsOf({ ...daily, firstDueOn: localDate('2026-04-15') }))
    expect(late.rows[0]?.days).toBe(90)
    expect(late.totals.interest).toBeGreaterThan(even.totals.interest)
    expect(Math.abs((late.rows.at(-1)?.total ?? 0) - late.instalment)).toBeLessThan(12)
  })
})

describe('any schedule', () => {
  it('pays back what was lent, in whole amounts that are never negative, and ends at 0', () => {
    fc.assert(
      fc.property(anyTerms(), (terms) => {
        const { rows, totals: sums } = schedule(terms)
        expect(rows).toHaveLength(terms.instalments)
        expect(total(principals(rows))).toBe(terms.principal)
        expect(sums.principal).toBe(terms.principal)
        expect(sums.total).toBe(total(totals(rows)))
        let before = Number(terms.principal)
        for (const row of rows) {
          for (const part of [row.principal, row.interest, row.fees, row.balance, row.days]) {
            expect(Number.isSafeInteger(part) && part >= 0).toBe(true)
          }
          expect(row.total).toBe(row.principal + row.interest + row.fees)
          expect(row.balance).toBe(before - row.principal)
          before = row.balance
        }
        expect(before).toBe(0)
      }),
      { numRuns: 600 },
    )
  })

  it('holds for the largest loan of the most instalments', () => {
    const { rows, totals: sums } = schedule(
      termsOf({ principal: 1e12, percent: 24, instalments: 600 }),
    )
    expect(sums.principal).toBe(1e12)
    expect(Math.abs((rows.at(-1)?.total ?? 0) - (rows[0]?.total ?? 0))).toBeLessThan(1e7)
  })

  it('bears no interest at 0 %, whatever else was agreed', () => {
    fc.assert(
      fc.property(anyTerms(), (terms) => {
        expect(schedule({ ...terms, annualRate: rate(0) }).totals.interest).toBe(0)
      }),
    )
  })

  it('refuses terms that contradict themselves', () => {
    const wrong = [
      { principal: 0 },
      { instalments: 0 },
      { every: 0 },
      { graceOnPrincipal: 12 },
      { graceOnInterestPayment: 12 },
      { interestFreeInstalments: 13 },
      { roundInstalmentTo: 0 },
      { firstDueOn: localDate('2026-01-15') },
      { amortization: 'weighted', weights: [1, 2] },
    ] as const
    for (const said of wrong) expect(() => schedule(termsOf(said))).toThrow(RangeError)
  })
})
