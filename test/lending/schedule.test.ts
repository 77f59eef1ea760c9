import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount, divideRounded } from '#worker/kernel/money'
import { rate } from '#worker/lending/loans/rate'
import { schedule } from '#worker/lending/loans/schedule'
import type { ScheduleRow } from '#worker/lending/loans/schedule'
import { anyTerms, termsOf } from '#test/support/loan-terms'

const totals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.total)
const principals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.principal)
const interests = (rows: readonly ScheduleRow[]) => rows.map((row) => row.interest)
const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

describe('an annuity', () => {
  it.each([
    {
      named: 'PMT(8%/12, 10, 10000)',
      principal: 10_000_00,
      percent: 8,
      instalments: 10,
      level: 1037_03,
    },
    {
      named: 'PMT(9%/12, 360, 125000)',
      principal: 125_000_00,
      percent: 9,
      instalments: 360,
      level: 1005_78,
    },
    {
      named: 'KUR, 20 million at 6 %',
      principal: 20_000_000,
      percent: 6,
      instalments: 12,
      level: 1_721_329,
    },
  ])('$named is level at $level', ({ level, ...said }) => {
    expect(schedule(termsOf(said)).instalment).toBe(level)
  })

  it.each([
    {
      named: 'IPMT(10%/12, 1, 36, 8000)',
      principal: 8000_00,
      percent: 10,
      instalments: 36,
      n: 1,
      interest: 66_67,
    },
    {
      named: 'IPMT(10%, 3, 3, 8000)',
      principal: 8000_00,
      percent: 10,
      instalments: 3,
      every: 12,
      n: 3,
      interest: 292_45,
    },
  ])('$named is $interest', ({ n, interest, named: _, ...said }) => {
    expect(schedule(termsOf(said)).rows[n - 1]?.interest).toBe(interest)
  })

  it.each([
    {
      named: 'PPMT(10%/12, 1, 24, 2000)',
      principal: 2000_00,
      percent: 10,
      instalments: 24,
      n: 1,
      paid: 75_62,
    },
    {
      named: 'CUMPRINC(9%/12, 360, 125000, 1, 1)',
      principal: 125_000_00,
      percent: 9,
      instalments: 360,
      n: 1,
      paid: 68_28,
    },
  ])('$named is $paid', ({ n, paid, named: _, ...said }) => {
    expect(schedule(termsOf(said)).rows[n - 1]?.principal).toBe(paid)
  })

  it('takes what was rounded on the way in its last instalment: balance and interest', () => {
    const { rows, totals: sums } = schedule(termsOf())
    expect(totals(rows)).toEqual([...Array(11).fill(1_721_329), 1_721_322])
    expect(rows[0]).toMatchObject({ principal: 1_621_329, interest: 100_000, balance: 18_378_671 })
    expect(sums).toEqual({ principal: 20_000_000, interest: 655_941, fees: 0, total: 20_655_941 })
  })

  it('has a level that is exactly rounded, to the multiple and the way that was agreed', () => {
    const cases = fc.record({
      principal: fc.integer({ min: 1, max: 1e12 }),
      percent: fc.integer({ min: 1, max: 1e9 }).map((millionths) => millionths / 1e6),
      instalments: fc.integer({ min: 1, max: 60 }),
      roundInstalmentTo: fc.constantFrom(1, 100, 500, 1000),
      roundInstalment: fc.constantFrom('halfUp', 'halfEven', 'up', 'down'),
    })
    fc.assert(
      fc.property(cases, (said) => {
        const terms = termsOf(said)
        const year = 1_200_000_000n
        const yearly = BigInt(terms.annualRate)
        const grown = (year + yearly) ** BigInt(said.instalments)
        const over = (grown - year ** BigInt(said.instalments)) * year
        const multiple = BigInt(said.roundInstalmentTo)
        const exact = BigInt(said.principal) * yearly * grown
        const level = divideRounded(exact, over * multiple, said.roundInstalment) * multiple
        expect(BigInt(schedule(terms).instalment)).toBe(level)
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    [100, 'halfUp', 1_721_300],
    [100, 'up', 1_721_400],
    [500, 'halfUp', 1_721_500],
    [1000, 'down', 1_721_000],
    [1000, 'up', 1_722_000],
  ] as const)(
    'rounds its instalment to %i, %s: %i',
    (roundInstalmentTo, roundInstalment, level) => {
      const { rows, instalment } = schedule(termsOf({ roundInstalmentTo, roundInstalment }))
      expect(instalment).toBe(level)
      expect(totals(rows).slice(0, -1)).toEqual(Array(11).fill(level))
      expect(rows.at(-1)?.balance).toBe(0)
    },
  )

  it('that rounds up to much more than is needed ends early and charges nothing after', () => {
    const fees = [{ kind: 'perInstalment', amount: amount(10) }] as const
    const said = { principal: 1500, percent: 12, instalments: 5, roundInstalmentTo: 1000, fees }
    const { rows } = schedule(termsOf({ ...said, roundInstalment: 'up' }))
    expect(totals(rows)).toEqual([1010, 530, 0, 0, 0])
    expect(rows.map((row) => row.balance)).toEqual([515, 0, 0, 0, 0])
  })

  it('that rounds down below its interest pays the interest and leaves the principal to the end', () => {
    const said = { principal: 500, percent: 12, instalments: 3, roundInstalmentTo: 1000 }
    const { rows } = schedule(termsOf({ ...said, roundInstalment: 'down' }))
    expect(principals(rows)).toEqual([0, 0, 500])
    expect(interests(rows)).toEqual([5, 5, 5])
  })

  it('without interest is the principal in equal parts', () => {
    const { rows } = schedule(termsOf({ principal: 1000, percent: 0, instalments: 3 }))
    expect(totals(rows)).toEqual([333, 333, 334])
  })
})

describe('equal principal', () => {
  it('pays round(P / n), and the rest at the end', () => {
    const said = { principal: 1_000_000, percent: 12, instalments: 3 } as const
    const { rows, instalment } = schedule(termsOf({ ...said, amortization: 'equalPrincipal' }))
    expect(principals(rows)).toEqual([333_333, 333_333, 333_334])
    expect(interests(rows)).toEqual([10_000, 6667, 3333])
    expect(instalment).toBe(343_333)
  })

  it('never pays more than there is', () => {
    const said = { principal: 5, percent: 0, instalments: 10 } as const
    const { rows } = schedule(termsOf({ ...said, amortization: 'equalPrincipal' }))
    expect(principals(rows)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
  })

  it('by weights lets a harvest pay', () => {
    const said = { principal: 1000, percent: 12, instalments: 4, weights: [0, 1, 0, 3] } as const
    const { rows } = schedule(termsOf({ ...said, amortization: 'weighted' }))
    expect(principals(rows)).toEqual([0, 250, 0, 750])
    expect(interests(rows)).toEqual([10, 10, 8, 8])
  })
})

describe('flat interest', () => {
  it('is the same in every row, as printed schedules have it', () => {
    const { rows, totals: sums } = schedule(termsOf({ interestMethod: 'flat', percent: 12 }))
    expect(totals(rows).slice(0, -1)).toEqual(Array(11).fill(1_866_667))
    expect(rows.at(-1)).toMatchObject({ principal: 1_666_663, interest: 200_000, total: 1_866_663 })
    expect(sums.interest).toBe(2_400_000)
  })

  it('of the whole term is rounded once, and the last row has what is left of it', () => {
    const said = { principal: 1_000_050, percent: 10, instalments: 12 } as const
    const { rows, totals: sums } = schedule(termsOf({ ...said, interestMethod: 'flat' }))
    expect(interests(rows)).toEqual([...Array(11).fill(8334), 8331])
    expect(sums.interest).toBe(100_005)
  })

  it('never falls below nothing where rows round up', () => {
    const said = { principal: 50, percent: 12, instalments: 12 } as const
    const { rows } = schedule(termsOf({ ...said, interestMethod: 'flat' }))
    expect(interests(rows)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  })

  it('makes equal principal and equal instalments one schedule', () => {
    const flat = { interestMethod: 'flat', roundInstalmentTo: 1000 } as const
    const equalPrincipal = schedule(termsOf({ ...flat, amortization: 'equalPrincipal' }))
    expect(equalPrincipal).toEqual(schedule(termsOf(flat)))
  })

  it('after a grace on principal sets the level over the instalments left', () => {
    const said = { principal: 1_000_000, percent: 12, instalments: 4, graceOnPrincipal: 2 } as const
    const { rows, instalment } = schedule(termsOf({ ...said, interestMethod: 'flat' }))
    expect(instalment).toBe(510_000)
    expect(totals(rows)).toEqual([10_000, 10_000, 510_000, 510_000])
  })

  it('is not charged for instalments free of interest', () => {
    const free = { percent: 12, principal: 1_200_000, interestFreeInstalments: 6 } as const
    const { rows, totals: sums } = schedule(termsOf({ ...free, interestMethod: 'flat' }))
    expect(interests(rows)).toEqual([...Array(6).fill(0), ...Array(6).fill(12_000)])
    expect(totals(rows)).toEqual(Array(12).fill(106_000))
    expect(sums.interest).toBe(72_000)
  })
})

describe('grace', () => {
  it('on principal still pays interest, and sets the level over the instalments after it', () => {
    const { rows, instalment } = schedule(termsOf({ graceOnPrincipal: 3, instalments: 15 }))
    expect(totals(rows).slice(0, 3)).toEqual([100_000, 100_000, 100_000])
    expect(instalment).toBe(1_721_329)
    expect(rows.at(-1)?.total).toBe(1_721_322)
  })

  it('on interest payment is collected at the first instalment after, the principal untouched', () => {
    const plain = schedule(termsOf()).rows
    const { rows, totals: sums } = schedule(termsOf({ graceOnInterestPayment: 2 }))
    expect(principals(rows)).toEqual(principals(plain))
    expect(interests(rows).slice(0, 4)).toEqual([0, 0, 100_000 + 91_893 + 83_746, 75_558])
    expect(sums.interest).toBe(655_941)
  })

  it('of both kinds pays nothing until it ends', () => {
    const both = { graceOnPrincipal: 2, graceOnInterestPayment: 2 }
    const { rows, instalment } = schedule(termsOf(both))
    expect(totals(rows).slice(0, 3)).toEqual([0, 0, instalment + 200_000])
  })

  it('free of interest leaves one level for all instalments', () => {
    const free = { principal: 1_000_000, percent: 12, instalments: 4, interestFreeInstalments: 2 }
    const { rows } = schedule(termsOf(free))
    expect(interests(rows).slice(0, 2)).toEqual([0, 0])
    expect(Math.max(...totals(rows)) - Math.min(...totals(rows))).toBeLessThanOrEqual(2)
  })
})

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
