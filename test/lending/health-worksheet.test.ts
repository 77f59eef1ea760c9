/** The health worksheet: its tables as they were read, and what stays without a score. */
import { describe, expect, it } from 'vitest'
import { TABLES, valueOf, type Scored } from '#worker/lending/reporting/health-worksheets/tables'
import {
  COMPONENTS,
  worksheet,
  type Facts,
} from '#worker/lending/reporting/health-worksheets/worksheet'

const FACTS: Facts = {
  ...{ lent: 100_000, substandard: 4_000, doubtful: 4_000, loss: 1_000, allowance: 5_400 },
  ...{ assets: 200_000, equity: 150_000, toGiveBack: 50_000, result: 9_000 },
  ...{ loanIncome: 30_000, otherIncome: 2_000, fundCost: 1_000, operating: 20_000 },
  ...{ salaries: 8_000, membersOnly: false },
}
const row = (of: Facts, name: string) =>
  worksheet(of).rows.find(({ component }) => component === name)

describe('the tables', () => {
  it.each<[Scored, [bps: number, value: number][]]>([
    [
      'problem-risk',
      [
        [0, 100],
        [1, 80],
        [1000, 80],
        [1001, 60],
        [4500, 10],
        [4501, 0],
      ],
    ],
    [
      'risk-reserve',
      [
        [0, 0],
        [1000, 10],
        [4694, 50],
        [9001, 100],
        [20_000, 100],
      ],
    ],
    [
      'own-capital',
      [
        [-5, 0],
        [0, 0],
        [2000, 25],
        [6000, 100],
        [6600, 50],
        [9100, 25],
      ],
    ],
    [
      'return-on-assets',
      [
        [499, 25],
        [500, 50],
        [749, 50],
        [750, 75],
        [1000, 100],
      ],
    ],
    [
      'operating-independence',
      [
        [10_000, 0],
        [10_001, 100],
      ],
    ],
    [
      'operating-cost',
      [
        [8999, 100],
        [9000, 75],
        [9501, 50],
        [115_695, 25],
      ],
    ],
    [
      'gross-participation',
      [
        [2499, 25],
        [2500, 50],
        [7500, 100],
      ],
    ],
  ])('give %s the values they were read with', (table, pairs) => {
    expect(pairs.map(([bps]) => [bps, valueOf(table, bps)])).toEqual(pairs)
  })

  it('each say where and when they were read', () => {
    for (const { source } of Object.values(TABLES)) {
      expect(source.text).not.toBe('')
      expect(source.read).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('weigh a hundred together', () => {
    expect(COMPONENTS.reduce((sum, [, , weight]) => sum + weight, 0)).toBe(100)
  })
})

describe('the worksheet', () => {
  it('makes of a ratio a value, and of the value a score by its weight', () => {
    expect(row(FACTS, 'problem-risk')).toMatchObject({
      ...{ part: 6_000, whole: 100_000, ratio: 600, value: 80, weight: 5, score: 400 },
    })
    expect(row(FACTS, 'risk-reserve')).toMatchObject({ ratio: 6000, value: 60, score: 300 })
    expect(row(FACTS, 'own-capital')).toMatchObject({ part: 100_000, ratio: 5000, score: 600 })
    expect(row(FACTS, 'service-cost')).toMatchObject({ ratio: 800, value: 75, score: 150 })
  })

  it('leaves without a score what is not kept here, and says why', () => {
    const without = worksheet(FACTS).rows.filter(({ score }) => score === null)
    expect(without.every(({ reason, source }) => reason !== null && source === null)).toBe(true)
    expect(row(FACTS, 'loans-to-members')?.reason).toBe('members')
    expect(row(FACTS, 'capital-to-risk')?.reason).toBe('collateral')
    expect(row({ ...FACTS, substandard: 0, doubtful: 0, loss: 0 }, 'risk-reserve')).toMatchObject({
      ...{ whole: 0, score: null, reason: 'over-nothing' },
    })
  })

  it('scores what hangs on membership only where every borrower is a member', () => {
    const of = { ...FACTS, membersOnly: true }
    expect(row(of, 'loans-to-members')).toMatchObject({ ratio: 10_000, score: 1000 })
    expect(row(of, 'operating-independence')).toMatchObject({ ratio: 14_500, score: 400 })
    expect(row(of, 'operating-cost')).toMatchObject({ ratio: 7000, score: 400 })
    expect(worksheet(of).weight).toBe(worksheet(FACTS).weight + 10 + 4 + 4 + 7)
  })

  it('adds up what was scored, and never more than was weighed', () => {
    const { rows, score, weight } = worksheet(FACTS)
    expect(score).toBe(rows.reduce((sum, one) => sum + (one.score ?? 0), 0))
    expect(score).toBeLessThanOrEqual(weight * 100)
  })
})
