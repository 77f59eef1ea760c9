import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { project } from '#worker/lending/servicing/loans/projection'
import { rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { disbursed, numbered, repaid } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const firstTranche = amount(12_000_000)
const terms = termsOf({ firstTranche, percent: 12 })
const on = (text: string) => localDate(text)
const drawn = (day: string, money: number) =>
  ({ kind: 'drawn', on: on(day), amount: amount(money) }) as const

function at(day: string, ...events: Parameters<typeof numbered>) {
  return project(terms, numbered(disbursed(START), ...events), on(day))
}

describe('a loan in tranches', () => {
  it('asks for what was handed over, not for all that was agreed', () => {
    const loan = at(START)
    expect(loan.drawn).toBe(12_000_000)
    const { rows } = schedule(termsOf({ principal: 12_000_000, percent: 12 }))
    expect(loan.instalments.map(({ left }) => left)).toEqual(rows.map(({ total }) => total))
    expect(loan.entries[0]?.split.principal).toBe(12_000_000)
  })

  it('plans a further tranche over the instalments to come', () => {
    const { rows } = schedule(termsOf({ principal: 12_000_000, percent: 12 }))
    const paid = repaid('2026-02-15', rows[0]!.total)
    const loan = at('2026-02-15', paid, drawn('2026-02-15', 8_000_000))
    const balance = 12_000_000 - rows[0]!.principal + 8_000_000
    const rest = schedule(termsOf({ principal: balance, percent: 12, instalments: 11 })).rows
    expect(loan.outstanding.principal).toBe(balance)
    expect(loan.instalments.slice(1).map(({ left }) => left)).toEqual(rest.map((row) => row.total))
  })

  it('bears interest on a tranche from the day it was drawn', () => {
    const loan = at('2026-01-30', drawn('2026-01-30', 8_000_000))
    expect(loan.instalments[0]?.asked.interest).toBe(120_000 + Math.round((80_000 * 16) / 31))
  })

  it('takes the fees of the whole loan with its first part, as its papers say', () => {
    const fee = { kind: 'atDisbursement', deducted: true, rate: rate(1_000_000) } as const
    const events = numbered(disbursed(START), drawn('2026-02-01', 8_000_000))
    const { entries } = project({ ...terms, fees: [fee] }, events, on('2026-02-01'))
    expect(entries.map(({ split }) => split.fees)).toEqual([200_000, 0])
  })

  it('keeps what was paid ahead of the instalments to come', () => {
    const paid = repaid('2026-01-20', 3_000_000)
    const loan = at('2026-02-01', paid, drawn('2026-02-01', 8_000_000))
    const [{ split }] = loan.entries.filter(({ kind }) => kind === 'repaid') as [
      (typeof loan.entries)[number],
    ]
    expect(loan.outstanding.principal).toBe(20_000_000 - split.principal)
  })

  it('is undone by a reversal', () => {
    const undo = { kind: 'reversed', on: on('2026-02-02'), reverses: 2 } as const
    expect(at('2026-02-02', drawn('2026-02-01', 8_000_000), undo)).toEqual(at('2026-02-02'))
  })

  it('draws nothing from a loan that was written off', () => {
    const events = [{ kind: 'writtenOff', on: on('2026-02-01') } as const]
    expect(() => at('2026-03-01', ...events, drawn('2026-03-01', 1))).toThrow(RangeError)
  })
})
