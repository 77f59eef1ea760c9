import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { recordPromise, stateOf } from '#worker/lending/following/promises/promise'

const on = (text: string) => localDate(text)
const loan = {
  ...{ id: 'l', lenderId: 'k', status: 'active', disbursedOn: on('2026-08-10') },
} as unknown as Loan
const today = on('2026-09-16')
const said = {
  ...{ amount: amount(500_000), promisedBy: 'Suaminya' },
  ...{ madeOn: on('2026-09-15'), promisedOn: on('2026-09-20') },
}
const noted = { id: 'p', by: 'o', at: 1, today }

describe('a promise to pay', () => {
  it('says how much, by when, by whom and on which day it was made', () => {
    const promise = recordPromise(loan, said, noted)
    expect(promise).toEqual({
      ...{ id: 'p', lenderId: 'k', loanId: 'l', recordedBy: 'o', recordedAt: 1 },
      ...said,
    })
  })

  it.each([
    ['/promisedOn', { promisedOn: on('2026-09-15') }],
    ['/promisedOn', { promisedOn: on('2026-12-18') }],
    ['/madeOn', { madeOn: on('2026-09-17') }],
    ['/madeOn', { madeOn: on('2026-08-09') }],
  ])('refuses at %s what is past, too far, or not yet said', (pointer, changes) => {
    expect(() => recordPromise(loan, { ...said, ...changes }, noted)).toThrow(
      expect.objectContaining({ more: { errors: [expect.objectContaining({ pointer })] } }),
    )
  })

  it('is of a loan on which something is owed', () => {
    const closed = { ...loan, status: 'closed' } as Loan
    expect(() => recordPromise(closed, said, noted)).toThrow('Nothing is owed')
  })

  it.each([
    [0, '2026-09-20', 'open'],
    [499_999, '2026-09-21', 'broken'],
    [500_000, '2026-09-16', 'kept'],
    [600_000, '2026-12-31', 'kept'],
  ])('with %s received is on %s %s', (received, day, state) => {
    expect(stateOf(said, received, on(day))).toBe(state)
  })
})
