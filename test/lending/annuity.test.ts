import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount, divideRounded } from '#worker/kernel/money'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { ScheduleRow } from '#worker/lending/offering/schedules/schedule'
import { termsOf } from '#test/support/loan-terms'

const totals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.total)
const principals = (rows: readonly ScheduleRow[]) => rows.map((row) => row.principal)
const interests = (rows: readonly ScheduleRow[]) => rows.map((row) => row.interest)

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
