import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { qualityOf, RULES, type ProfileName } from '#worker/lending/reporting/quality/profiles'
import {
  classOf,
  isNonPerforming,
  rhythmOf,
  type ClassName,
  type Rhythm,
} from '#worker/lending/reporting/quality/quality'

const of = (profile: ProfileName) =>
  qualityOf({ profile, since: '2026-01-01', classes: null, source: null })

type Case = [ProfileName, Rhythm, since: string | null, missed: number, on: string, ClassName]

const CASES: Case[] = [
  ['bank', 'month', null, 0, '2026-06-01', 'current'],
  ['bank', 'month', '2026-05-31', 1, '2026-06-01', 'special-mention'],
  ['bank', 'month', '2026-03-03', 3, '2026-06-01', 'special-mention'],
  ['bank', 'month', '2026-03-02', 3, '2026-06-01', 'substandard'],
  ['bank', 'month', '2026-01-31', 4, '2026-06-01', 'doubtful'],
  ['bank', 'month', '2025-12-02', 6, '2026-06-01', 'loss'],
  ['bpr', 'month', '2026-05-02', 1, '2026-06-01', 'current'],
  ['bpr', 'month', '2026-05-01', 1, '2026-06-01', 'special-mention'],
  ['bpr', 'month', '2025-06-05', 12, '2026-06-01', 'loss'],
  ['lkm', 'day', '2026-05-28', 4, '2026-06-01', 'current'],
  ['lkm', 'day', '2026-05-27', 5, '2026-06-01', 'doubtful'],
  ['lkm', 'week', '2026-05-03', 4, '2026-06-01', 'doubtful'],
  ['lkm', 'week', '2026-04-05', 8, '2026-06-01', 'loss'],
  ['lkm', 'month', '2026-03-01', 3, '2026-06-01', 'current'],
  ['lkm', 'month', '2026-02-28', 3, '2026-06-01', 'doubtful'],
  ['lkm', 'month', '2025-08-31', 9, '2026-06-01', 'loss'],
  ['lkm', 'season', '2026-05-31', 1, '2026-06-01', 'doubtful'],
  ['lkm', 'season', '2025-11-30', 2, '2026-06-01', 'loss'],
  ['koperasi', 'week', '2026-04-30', 5, '2026-06-01', 'substandard'],
  ['koperasi', 'month', '2026-03-01', 3, '2026-06-01', 'current'],
  ['koperasi', 'month', '2026-02-28', 3, '2026-06-01', 'substandard'],
  ['koperasi', 'month', '2025-11-30', 6, '2026-06-01', 'doubtful'],
  ['koperasi', 'month', '2024-11-30', 18, '2026-06-01', 'loss'],
  ['koperasi', 'season', '2025-11-30', 1, '2026-06-01', 'substandard'],
  ['upk', 'month', '2026-05-31', 1, '2026-06-01', 'special-mention'],
  ['upk', 'month', '2026-01-15', 3, '2026-06-01', 'special-mention'],
  ['upk', 'month', '2026-01-15', 4, '2026-06-01', 'substandard'],
  ['upk', 'month', '2026-01-15', 5, '2026-06-01', 'doubtful'],
  ['upk', 'month', '2026-01-15', 7, '2026-06-01', 'loss'],
  ['own', 'month', '2026-05-02', 1, '2026-06-01', 'current'],
  ['own', 'month', '2026-05-01', 1, '2026-06-01', 'special-mention'],
]

describe('the class of a loan', () => {
  it.each(CASES)(
    'by the rule of %s, paid by the %s, late since %s with %i missed, on %s: %s',
    (...row) => {
      const [profile, rhythm, since, missed, on, name] = row
      const late = { since: since === null ? null : localDate(since), missed, rhythm }
      expect(classOf(of(profile), late, localDate(on))).toBe(name)
    },
  )

  it('never betters while a loan only grows later', () => {
    for (const [profile, quality] of Object.entries(RULES)) {
      let worst = -1
      for (let day = 1; day < 900; day += 1) {
        const on = localDate(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10))
        const late = {
          since: localDate('2024-01-01'),
          missed: Math.ceil(day / 30),
          rhythm: 'month',
        } as const
        const at = quality.classes.findIndex(({ name }) => name === classOf(quality, late, on))
        expect({ profile, day, better: at < worst }).toEqual({ profile, day, better: false })
        worst = at
      }
      expect(quality.classes[worst]?.name).toBe('loss')
    }
  })
})

describe('a rule of loan quality', () => {
  it('says where it comes from and when, and asks for more the worse the class is', () => {
    for (const rule of Object.values(RULES)) {
      expect(rule.source).not.toBe('')
      expect(rule.dated).toMatch(/^\d{4}-\d\d-\d\d$/)
      const rates = rule.classes.map(({ bps }) => bps)
      expect(rates).toEqual(rates.toSorted((a, b) => a - b))
      expect(rates.at(-1)).toBe(10_000)
    }
  })

  it('knows which classes do not perform', () => {
    expect(isNonPerforming(of('bank'), 'special-mention')).toBe(false)
    expect(isNonPerforming(of('bank'), 'substandard')).toBe(true)
    expect(isNonPerforming(of('lkm'), 'doubtful')).toBe(true)
  })

  it.each([
    [{ unit: 'month', every: 1, instalments: 12 }, 'month'],
    [{ unit: 'day', every: 35, instalments: 10 }, 'month'],
    [{ unit: 'day', every: 7, instalments: 10 }, 'week'],
    [{ unit: 'day', every: 1, instalments: 100 }, 'day'],
    [{ unit: 'week', every: 1, instalments: 50 }, 'week'],
    [{ unit: 'month', every: 6, instalments: 2 }, 'season'],
    [{ unit: 'month', every: 3, instalments: 1 }, 'season'],
  ] as const)('counts a loan of %o by the %s', (paid, rhythm) => {
    expect(rhythmOf(paid)).toBe(rhythm)
  })
})
