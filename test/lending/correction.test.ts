import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { correction, movementsOf } from '#worker/lending/servicing/loans/correction'
import type { CorrectionLine } from '#worker/lending/servicing/loans/correction'
import { project } from '#worker/lending/servicing/loans/projection'
import { anyHistory, disbursed, numbered, repaid } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const terms = termsOf()
const keyOf = ({ kind, channel, part }: CorrectionLine) => `${kind} ${channel} ${part}`
const DAY = localDate('2026-06-01')

describe('a correction', () => {
  it('is the split of an event that comes last', () => {
    const events = numbered(disbursed('2026-01-15'), repaid('2026-02-15', 1_721_329))
    const before = project(terms, events.slice(0, 1), DAY)
    expect(correction(movementsOf(before), movementsOf(project(terms, events, DAY)))).toEqual([
      { kind: 'repaid', channel: 'bank', part: 'interest', amount: 100_000 },
      { kind: 'repaid', channel: 'bank', part: 'principal', amount: 1_621_329 },
    ])
  })

  it('is the mirror of what a reversal takes out', () => {
    const events = numbered(disbursed('2026-01-15'), repaid('2026-02-15', 1_721_329), {
      kind: 'reversed',
      on: DAY,
      reverses: 2,
    })
    const before = project(terms, events.slice(0, 2), DAY)
    expect(correction(movementsOf(before), movementsOf(project(terms, events, DAY)))).toEqual([
      { kind: 'repaid', channel: 'bank', part: 'interest', amount: -100_000 },
      { kind: 'repaid', channel: 'bank', part: 'principal', amount: -1_621_329 },
    ])
  })

  it('tells what a back-dated payment moves in the later ones', () => {
    const penalty = {
      kind: 'charged',
      on: localDate('2026-02-15'),
      amount: amount(5000),
      part: 'penalties',
    } as const
    const events = numbered(
      disbursed('2026-01-15'),
      penalty,
      repaid('2026-03-15', 100_000),
      repaid('2026-02-15', 60_000),
    )
    const before = project(terms, events.slice(0, 3), DAY)
    expect(correction(movementsOf(before), movementsOf(project(terms, events, DAY)))).toEqual([
      { kind: 'repaid', channel: 'bank', part: 'principal', amount: 60_000 },
    ])
  })

  it('is empty where nothing changed, and chains from one change to the next', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms: any, events }) => {
        const end = addDays(any.disbursedOn, 2000)
        const projections = [[], ...events.map((_, index) => events.slice(0, index + 1))].map(
          (written) => movementsOf(project(any, written, end)),
        )
        const whole = projections.at(-1)!
        const sums = new Map<string, number>()
        projections.forEach((after, index) => {
          for (const line of correction(projections[index - 1] ?? [], after)) {
            const key = keyOf(line)
            sums.set(key, (sums.get(key) ?? 0) + line.amount)
          }
        })
        for (const line of correction([], whole)) {
          expect(sums.get(keyOf(line))).toBe(line.amount)
        }
        expect(correction(whole, whole)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
