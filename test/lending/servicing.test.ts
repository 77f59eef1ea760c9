import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { draw, recover } from '#worker/lending/servicing/loans/loan'
import * as servicing from '#worker/lending/servicing/loans/servicing'
import { after, born } from '#test/support/loan-life'
import { termsOf } from '#test/support/loan-terms'

const on = (text: string) => localDate(text)
const DAY = on('2026-05-15')
const terms = termsOf({ firstTranche: amount(12_000_000) })
const paid = after(born(terms, 'cash'), {
  kind: 'repaid',
  on: on('2026-03-01'),
  amount: amount(1_000_000),
})
const running = { ...paid, today: DAY }
const lost = { ...after(paid, { kind: 'writtenOff', on: DAY }), today: DAY }
const closed = {
  ...after(born(termsOf(), 'cash'), {
    kind: 'repaid',
    on: on('2026-02-01'),
    amount: amount(30_000_000),
    settles: true,
  }),
  today: DAY,
}

function refusal(decide: () => unknown): string {
  try {
    decide()
  } catch (refused) {
    if (refused instanceof Refusal) return refused.type
    throw refused
  }
  return 'granted'
}

describe('what may be decided about a running loan', () => {
  it.each<[string, string, () => unknown]>([
    ['an event that is not there', 'not-found', () => servicing.reverse(running, 9)],
    ['the disbursement', 'illegal-transition', () => servicing.reverse(running, 1)],
    ['a repayment that is none', 'not-found', () => servicing.reverseRepayment(running, 1)],
  ])('reverses neither %s', (_, type, decide) => {
    expect(refusal(decide)).toBe(type)
  })

  it('reverses an event once', () => {
    const change = servicing.reverse(running, 2)
    const undone = { ...running, loan: change.loan, events: [...running.events, change.event] }
    expect(refusal(() => servicing.reverse(undone, 2))).toBe('already-reversed')
    expect(refusal(() => servicing.reverse(undone, 3))).toBe('not-found')
  })

  it('waives no more than is owed', () => {
    const fees = { part: 'fees', amount: amount(1) } as const
    expect(refusal(() => servicing.waive(running, fees))).toBe('nothing-due')
    const interest = { part: 'interest', amount: amount(9_000_000) } as const
    expect(refusal(() => servicing.waive(running, interest))).toBe('outside-limits')
    const some = { part: 'interest', amount: amount(1000) } as const
    expect(refusal(() => servicing.waive(running, some))).toBe('granted')
  })

  it('discounts no more than the payoff', () => {
    const all = { amount: amount(12_000_000) }
    expect(refusal(() => servicing.discount(running, all))).toBe('outside-limits')
    expect(refusal(() => servicing.discount(running, { amount: amount(1) }))).toBe('granted')
  })

  it('plans anew, pauses and writes off only from the last event on, never ahead', () => {
    const back = { on: on('2026-02-20') }
    const ahead = { on: on('2026-06-01') }
    for (const when of [back, ahead]) {
      expect(refusal(() => servicing.reschedule(running, { terms: {}, ...when }))).toBe(
        'outside-limits',
      )
      expect(refusal(() => servicing.writeOff(running, when))).toBe('outside-limits')
      const pausing = { until: on('2026-09-01'), interest: 'none', ...when } as const
      expect(refusal(() => servicing.pause(running, pausing))).toBe('outside-limits')
    }
  })

  it('plans no first date that has passed, and pauses until no day that has', () => {
    const first = { terms: { firstDueOn: DAY } }
    expect(refusal(() => servicing.reschedule(running, first))).toBe('outside-limits')
    const until = { until: DAY, interest: 'none' } as const
    expect(refusal(() => servicing.pause(running, until))).toBe('outside-limits')
    const change = servicing.pause(running, { until: on('2026-08-15'), interest: 'none' })
    const paused = { ...running, loan: change.loan, events: [...running.events, change.event] }
    const again = { until: on('2026-08-15'), interest: 'none' } as const
    expect(refusal(() => servicing.pause(paused, again))).toBe('outside-limits')
  })

  it('draws at most what is left of the principal', () => {
    const more = { amount: amount(8_000_001), on: DAY }
    expect(refusal(() => draw(running, more))).toBe('amount-mismatch')
    expect(refusal(() => draw(running, { ...more, amount: amount(8_000_000) }))).toBe('granted')
  })
})

describe('what may be decided about a loan that is not running', () => {
  it.each([
    ['closed', closed],
    ['written off', lost],
  ])('that is %s: nothing but its reversal', (_, given) => {
    const decisions = [
      () => servicing.charge(given, { part: 'fees', amount: amount(1) }),
      () => servicing.waive(given, { part: 'interest', amount: amount(1) }),
      () => servicing.discount(given, { amount: amount(1) }),
      () => servicing.reschedule(given, { terms: {} }),
      () => servicing.pause(given, { until: on('2026-09-01'), interest: 'none' }),
      () => servicing.writeOff(given),
      () => draw(given, { amount: amount(1), on: DAY }),
    ]
    expect(decisions.map(refusal)).toEqual(decisions.map(() => 'illegal-transition'))
    const seq = given.events.length
    expect(servicing.reverse(given, seq).loan.status).toBe('active')
  })

  it('recovers at most the claim, and only after a write-off', () => {
    expect(refusal(() => recover(running, { amount: amount(1), on: DAY }))).toBe(
      'illegal-transition',
    )
    const more = { amount: amount(12_000_000), on: DAY }
    expect(refusal(() => recover(lost, more))).toBe('amount-mismatch')
    expect(recover(lost, { amount: amount(1000), on: DAY }).loan.recovered).toBe(1000)
  })
})
