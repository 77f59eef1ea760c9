import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import { disbursed, numbered, repaid } from '#test/support/loan-events'
import { after, born } from '#test/support/loan-life'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const DAY = '2026-05-15'
const terms = termsOf()
const on = (text: string) => localDate(text)
const OWED = payoffQuote(terms, numbered(disbursed(START)), on(DAY))!

const discounted = (money: number) =>
  ({ kind: 'discounted', on: on(DAY), amount: amount(money) }) as const
const WRITTEN_OFF = { kind: 'writtenOff', on: on(DAY) } as const

function at(day: string, ...events: Parameters<typeof numbered>) {
  return project(terms, numbered(disbursed(START), ...events), on(day))
}

describe('a settlement at a discount', () => {
  it('asks at once for what is not given up, and closes the loan when that is paid', () => {
    const rest = OWED.total - 1_000_000
    const open = at(DAY, discounted(1_000_000))
    expect(open.due).toEqual(open.outstanding)
    expect(open.status).toBe('active')
    expect(totalOf(open.due)).toBe(rest)
    expect(at(DAY, discounted(1_000_000), repaid(DAY, rest))).toMatchObject({
      status: 'closed',
      overpayment: 0,
    })
  })

  it('gives up penalties, fees and interest before principal', () => {
    const { interest } = OWED.parts
    expect(at(DAY, discounted(interest)).outstanding).toMatchObject({
      interest: 0,
      principal: 20_000_000,
    })
    const [, entry] = at(DAY, discounted(interest + 7)).entries
    expect(entry?.split).toMatchObject({ interest, principal: 7 })
  })

  it('books only the principal as a loss', () => {
    const life = after(born(terms, 'cash'), discounted(OWED.parts.interest + 7))
    expect(life.book.get('loss-allowance')).toBe(7)
    expect(life.book.get('loans-receivable')).toBe(20_000_000 - 7)
  })
})

describe('a write-off', () => {
  it('asks for nothing by the schedule, and claims what the payoff asked', () => {
    const loan = at(DAY, WRITTEN_OFF)
    expect(loan).toMatchObject({
      status: 'written-off',
      writtenOff: 20_000_000,
      claim: OWED.total,
      nextDue: undefined,
    })
    expect(loan.arrears.amount).toBe(0)
    const quote = payoffQuote(terms, numbered(disbursed(START), WRITTEN_OFF), on('2027-01-01'))
    expect(quote?.lines).toEqual([{ of: 'claim', part: 'principal', amount: OWED.total }])
  })

  it('takes what comes afterwards as a recovery, up to the claim', () => {
    const recovered = {
      kind: 'recovered',
      on: on('2026-08-01'),
      amount: amount(5_000_000),
    } as const
    expect(at('2026-08-01', WRITTEN_OFF, recovered)).toMatchObject({
      status: 'written-off',
      recovered: 5_000_000,
      claim: OWED.total - 5_000_000,
    })
    const more = at('2026-08-01', WRITTEN_OFF, repaid('2026-08-01', OWED.total + 9))
    expect(more).toMatchObject({ claim: 0, recovered: OWED.total, overpayment: 9 })
  })

  it('is less where a payment of before turns up', () => {
    const loan = at('2026-08-01', WRITTEN_OFF, repaid('2026-02-15', 1_721_329))
    expect(loan.writtenOff).toBe(20_000_000 - 1_621_329)
  })

  it('is undone by its reversal, and what was recovered is then a repayment', () => {
    const recovered = {
      kind: 'recovered',
      on: on('2026-08-01'),
      amount: amount(1_721_329),
    } as const
    const undo = { kind: 'reversed', on: on('2026-08-02'), reverses: 2 } as const
    const loan = at('2026-08-02', WRITTEN_OFF, recovered, undo)
    expect(loan).toMatchObject({ status: 'active', writtenOff: 0, recovered: 0, claim: 0 })
    expect(loan.instalments[0]).toMatchObject({ left: 0, paidOn: '2026-08-01' })
  })

  it('books the principal against the allowance, and what comes back as income', () => {
    const lost = after(born(terms, 'accrual'), WRITTEN_OFF)
    expect(Object.fromEntries(lost.book)).toMatchObject({
      'loans-receivable': 0,
      'loss-allowance': 20_000_000,
    })
    expect(lost.book.get('interest-receivable') ?? 0).toBe(0)
    expect(lost.book.get('interest-income') ?? 0).toBe(0)
    const back = after(lost, {
      kind: 'recovered',
      on: on('2026-08-01'),
      amount: amount(300_000),
      channel: 'cash',
    })
    expect(Object.fromEntries(back.book)).toMatchObject({ cash: 300_000, recoveries: -300_000 })
  })
})
