import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { repay, settlesUnsaid } from '#worker/lending/servicing/loans/loan'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffOn, payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import { offerPayoff } from '#worker/lending/servicing/payoff-quotes/payoff-quote'
import { plannedWords } from '#worker/lending/servicing/loans/planned-words'
import { settlementOf } from '#worker/lending/servicing/settlement-letters/settlement'
import { anyHistory, repaid } from '#test/support/loan-events'
import { after, born } from '#test/support/loan-life'
import { termsOf } from '#test/support/loan-terms'

const on = (text: string) => localDate(text)
const terms = termsOf({ percent: 12 })
const running = { ...born(terms, 'cash'), today: on('2026-02-25') }

describe('pain 15, a payoff without explanation', () => {
  const quote = offerPayoff(running, { on: on('2026-02-27'), language: 'id' })

  it('shows how every amount comes about, so that it can be checked by hand', () => {
    expect(quote.lines).toEqual([
      { of: 'due', part: 'interest', amount: 200_000, instalments: [1, 1] },
      { of: 'due', part: 'principal', amount: 1_576_976, instalments: [1, 1] },
      {
        of: 'principalToCome',
        part: 'principal',
        amount: 18_423_024,
        arithmetic: 'dipinjam 20.000.000 − jatuh tempo 1.576.976 = 18.423.024',
      },
      {
        of: 'running',
        part: 'interest',
        amount: 78_956,
        days: ['2026-02-15', '2026-02-27'],
        arithmetic: '184.230 × 12 / 28 = 78.956',
      },
    ])
  })

  it('adds instalments that are due before the reader’s eyes', () => {
    const [line] = payoffQuote(terms, running.events, on('2026-03-15'), 'en')!.lines
    expect(line).toMatchObject({
      instalments: [1, 2],
      arithmetic: '200,000 + 184,230 = 384,230',
    })
  })

  it('says what it becomes if she pays later, and what she is spared of the plan', () => {
    expect(quote.later).toEqual([
      { on: '2026-02-28', total: quote.total + 6_579, more: 6_579 },
      { on: '2026-03-06', total: quote.total + 46_057, more: 46_057 },
      { on: '2026-03-15', total: quote.total + 105_274, more: 105_274 },
    ])
    const { outstanding } = project(terms, running.events, quote.on)
    expect(quote.spared).toBe(totalOf(outstanding) - quote.total)
  })

  it('is given from today to ninety days ahead', () => {
    const asked = (day: string) => () => offerPayoff(running, { on: on(day), language: 'id' })
    expect(asked('2026-02-24')).toThrow(Refusal)
    expect(asked('2026-05-27')).toThrow(Refusal)
    expect(asked('2026-05-26')().lastDay).toBe('2026-05-26')
  })

  it('never falls while nothing happens: paid earlier than quoted, the sum closes the loan too', () => {
    fc.assert(
      fc.property(anyHistory(), fc.integer({ min: 1, max: 90 }), (life, days) => {
        const { terms: any, events } = life
        const last = events.reduce((day, one) => (one.on > day ? one.on : day), life.asOf)
        const now = payoffOn(any, events, last)
        const later = payoffOn(any, events, addDays(last, days))
        fc.pre(now !== undefined && later !== undefined)
        expect(totalOf(later.parts)).toBeGreaterThanOrEqual(totalOf(now.parts))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a payment of which nothing is said', () => {
  const paying = (money: number, day = '2026-02-25') => ({ amount: amount(money), on: on(day) })
  const { total } = payoffQuote(terms, running.events, running.today)!

  it('pays the loan off when it is what was quoted for its day', () => {
    const paid = paying(total)
    expect(settlesUnsaid(running, paid)).toBe(true)
    const { loan } = repay(running, { ...paid, settles: settlesUnsaid(running, paid) })
    expect(loan).toMatchObject({ status: 'closed', balance: 0, overpayment: 0 })
  })

  it('does not when it is less, or all that the plan asks', () => {
    const { outstanding } = project(terms, running.events, running.today)
    expect(settlesUnsaid(running, paying(total - 1))).toBe(false)
    expect(settlesUnsaid(running, paying(totalOf(outstanding)))).toBe(false)
  })

  it('does not while a part of the loan is still to be handed over', () => {
    const parts = termsOf({ percent: 12, firstTranche: amount(5_000_000) })
    const given = { ...born(parts, 'cash'), today: running.today }
    expect(settlesUnsaid(given, paying(5_100_000))).toBe(false)
  })
})

describe('a settlement letter', () => {
  const { total } = payoffQuote(terms, running.events, on('2026-03-01'))!
  const given = (...events: Parameters<typeof after>[1][]) => ({
    ...events.reduce((life, event) => after(life, event), born(terms, 'cash')),
    today: on('2026-06-01'),
  })
  const settling = { ...repaid('2026-03-01', total + 900), settles: true } as const

  it('is not given while anything is owed', () => {
    expect(settlementOf(given())).toBeUndefined()
    expect(settlementOf(given(repaid('2026-03-01', total - 1, true)))).toBeUndefined()
  })

  it('says since when nothing is owed, whatever was written down afterwards', () => {
    const back = { kind: 'refunded', on: on('2026-04-01'), amount: amount(900) } as const
    expect(settlementOf(given(settling))).toMatchObject({ on: '2026-03-01', overpayment: 900 })
    expect(settlementOf(given(settling, back))).toMatchObject({
      on: '2026-03-01',
      lent: 20_000_000,
      paid: { principal: 20_000_000, interest: total - 20_000_000 },
      forgiven: 0,
      overpayment: 0,
    })
  })

  it('falls away when the payment is taken back', () => {
    const undone = { kind: 'reversed', on: on('2026-05-01'), reverses: 2 } as const
    expect(settlementOf(given(settling, undone))).toBeUndefined()
  })

  it('names what was forgiven, and is given for a claim that was paid after a write-off', () => {
    const forgiven = { kind: 'discounted', on: on('2026-03-01'), amount: amount(100_000) } as const
    expect(settlementOf(given(forgiven, repaid('2026-03-01', total - 100_000)))).toMatchObject({
      on: '2026-03-01',
      forgiven: 100_000,
    })
    const lost = { kind: 'writtenOff', on: on('2026-03-01') } as const
    const back = { kind: 'recovered', on: on('2026-05-02'), amount: amount(total) } as const
    expect(settlementOf(given(lost))).toBeUndefined()
    expect(settlementOf(given(lost, back))).toMatchObject({ on: '2026-05-02' })
  })
})

describe('what an instalment asks', () => {
  const words = (...events: Parameters<typeof after>[1][]) => {
    const life = events.reduce((one, event) => after(one, event), born(terms, 'cash'))
    const { instalments } = project(terms, life.events, on('2026-04-01'))
    return plannedWords(instalments, { terms, language: 'id' })
  }

  it('has its arithmetic, as it was agreed', () => {
    expect(words()[1]).toMatch(/^jasa 12% \/ 12 × 18\.423\.024 ≈ 184\.230; pokok 1\.776\.976 - /)
  })

  it('has none where it was planned anew', () => {
    const anew = { kind: 'rescheduled', on: on('2026-03-01'), terms: { instalments: 20 } } as const
    expect(words(anew).filter(Boolean)).toEqual([])
  })
})
