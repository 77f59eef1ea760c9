/** How much next: every step from a record, and never more than the lender’s most. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { nextLimit, USUAL, type Cycle } from '#worker/lending/group-lending/groups/ladder'
import {
  EMPTY,
  limitOfMember,
  standingOf,
} from '#worker/lending/group-lending/groups/member-record'
import {
  handOver,
  MEETING,
  receive,
  type Meeting,
} from '#worker/lending/group-lending/meetings/meeting'
import { finalStates, reachable } from '#worker/kernel/transitions'
import { localDate } from '#worker/kernel/calendar'

const cycle = (of: number, late: number, isOver = true): Cycle => ({
  amount: amount(of),
  late,
  isOver,
})
const next = (...cycles: Cycle[]) => nextLimit(cycles, USUAL, USUAL.firstLimit)

describe('the ladder of a group', () => {
  it('begins at the first limit and climbs by half after a cycle without arrears', () => {
    expect(next()).toMatchObject({ limit: 20_000_000, step: 'first' })
    expect(next(cycle(20_000_000, 0))).toMatchObject({
      limit: 30_000_000,
      step: 'up',
      percent: 150,
    })
  })

  it('stays level after few late instalments or while the loan runs, and goes down after many', () => {
    expect(next(cycle(20_000_000, 2))).toMatchObject({ limit: 20_000_000, step: 'level' })
    expect(next(cycle(20_000_000, 0, false))).toMatchObject({ limit: 20_000_000, step: 'running' })
    expect(next(cycle(20_000_000, 3))).toMatchObject({ limit: 10_000_000, step: 'down' })
    expect(next(cycle(9_000_000, 9), cycle(20_000_000, 0)).step).toBe('up')
  })

  it('never passes the most', () => {
    const cycles = fc.record({
      amount: fc.integer({ min: 1, max: 1e9 }).map(amount),
      late: fc.integer({ min: 0, max: 20 }),
      isOver: fc.boolean(),
    })
    fc.assert(
      fc.property(cycles, (one) => {
        const { limit, isCapped } = nextLimit([one], USUAL, USUAL.firstLimit)
        expect(limit).toBeLessThanOrEqual(USUAL.most)
        expect(isCapped).toBe(limit === USUAL.most && isCapped)
      }),
    )
  })
})

describe('a member’s own record', () => {
  const record = { ...EMPTY, asks: 10, kept: 10, lastShare: amount(1_000_000), isOver: true }

  it('is good while she pays herself, whatever the group does', () => {
    expect(standingOf(record)).toBe('good')
    expect(limitOfMember(record, USUAL)).toMatchObject({ limit: 1_500_000, step: 'up' })
    expect(standingOf(EMPTY)).toBe('new')
  })

  it('remembers that others paid for her', () => {
    const helped = { ...record, kept: 8, helped: 2, owes: amount(0) }
    expect(standingOf(helped)).toBe('helped')
    expect(limitOfMember(helped, USUAL).step).toBe('level')
    expect(standingOf({ ...helped, owes: amount(1) })).toBe('behind')
  })
})

describe('the cash of a meeting', () => {
  const meeting: Meeting = {
    ...{ id: 'm', loanId: 'l', lenderId: 'k', groupId: 'g', heldOn: localDate('2026-09-10') },
    ...{ place: '', note: '', status: 'recorded', cash: amount(500), toLoan: amount(500) },
    ...{ toReserve: amount(0), fromReserve: amount(0), cashSeq: 2, reserveSeq: null },
    ...{ recordedBy: 'officer', recordedAt: 1, handedBy: null, handedAt: null },
    ...{ receivedBy: null, receivedAt: null, version: 1 },
  }
  const by = (who: string, of: number) => ({ amount: amount(of), by: who, at: 2 })

  it('is handed over and counted in full, by two people', () => {
    expect(() => handOver(meeting, by('leader', 450))).toThrow('Rp 50 missing')
    expect(() => handOver(meeting, by('leader', 550))).toThrow('Rp 50 too much')
    const handed = handOver(meeting, by('leader', 500))
    expect(() => receive(handed, by('leader', 500))).toThrow('Another person')
    expect(() => receive(meeting, by('cashier', 500))).toThrow()
    expect(receive(handed, by('cashier', 500)).status).toBe('received')
  })

  it('reaches every state, and nothing leaves a sheet that was taken back', () => {
    expect(reachable(MEETING, 'recorded').size).toBe(4)
    expect(finalStates(MEETING)).toEqual(['reversed'])
  })
})
