import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { inForce } from '#worker/lending/servicing/loans/events'
import { PARTS, totalOf } from '#worker/lending/servicing/loans/parts'
import { project } from '#worker/lending/servicing/loans/projection'
import { anyHistory } from '#test/support/loan-events'
import type { History } from '#test/support/loan-events'

function endOf({ terms: { disbursedOn } }: History): LocalDate {
  return addDays(disbursedOn, 2000)
}

describe('any history', () => {
  it('conserves every payment, and the principal that was lent', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms, events, asOf }) => {
        const loan = project(terms, events, asOf)
        let principal = 0
        for (const { amount: paid, lines, overpayment } of loan.allocations) {
          const placed = lines.reduce((total, line) => total + totalOf(line.parts), 0)
          expect(placed + overpayment).toBe(paid)
          principal += lines.reduce((total, line) => total + line.parts.principal, 0)
        }
        const came = loan.entries.filter(({ kind }) => kind === 'repaid' || kind === 'recovered')
        for (const entry of came) {
          const event = events.find(({ seq }) => seq === entry.seq)
          const booked = totalOf(entry.split) + entry.split.overpayment
          expect(booked).toBe(event !== undefined && 'amount' in event ? event.amount : undefined)
        }
        const lost = loan.entries
          .filter(({ kind }) => kind === 'discounted' || kind === 'writtenOff')
          .reduce((total, { split }) => total + split.principal, 0)
        expect(loan.outstanding.principal + principal + lost).toBe(loan.drawn)
        for (const each of loan.instalments) {
          for (const part of PARTS) expect(each.owed[part] >= 0 && each.paid[part] >= 0).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('asks for exactly the principal that was drawn, in instalments and paid ahead of them', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms, events, asOf }) => {
        const { instalments, allocations, drawn } = project(terms, events, asOf)
        const lines = allocations.flatMap((each) => each.lines)
        const ahead = lines.filter(({ n }) => n === undefined)
        const paidAhead = ahead.reduce((total, { parts }) => total + parts.principal, 0)
        const asked = instalments.reduce((total, each) => total + each.asked.principal, 0)
        expect(asked + paidAhead).toBe(drawn)
      }),
      { numRuns: 300 },
    )
  })

  it('replayed to a day is the history up to that day', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms, events, asOf }) => {
        const upToThen = events.filter((event) => event.on <= asOf)
        expect(project(terms, events, asOf)).toEqual(project(terms, upToThen, asOf))
      }),
    )
  })

  it('grows by increments to what the replay gives', () => {
    fc.assert(
      fc.property(anyHistory(), (history) => {
        const { terms, events } = history
        const inOrder = inForce(events, endOf(history))
        const whole = project(terms, events, endOf(history))
        inOrder.forEach((_, index) => {
          const soFar = project(terms, inOrder.slice(0, index + 1), endOf(history))
          expect(soFar.entries).toEqual(whole.entries.slice(0, index + 1))
          expect(soFar.allocations).toEqual(whole.allocations.slice(0, soFar.allocations.length))
        })
      }),
      { numRuns: 60 },
    )
  })

  it('returns to the start when everything is reversed', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms, events, asOf }) => {
        const undone = new Set(
          events.flatMap((event) => (event.kind === 'reversed' ? [event.reverses] : [])),
        )
        const standing = events.filter(
          ({ kind, seq }) => kind !== 'reversed' && kind !== 'disbursed' && !undone.has(seq),
        )
        const reversals = standing.map(({ seq, on: day }) => ({
          kind: 'reversed' as const,
          seq: seq + events.length,
          on: day,
          reverses: seq,
        }))
        const start = project(terms, events.slice(0, 1), asOf)
        expect(project(terms, [...events, ...reversals], asOf)).toEqual(start)
      }),
    )
  })
})
