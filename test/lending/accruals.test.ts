import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { disbursed, numbered } from '#test/support/loan-events'
import { accruedTo, after, born } from '#test/support/loan-life'
import { termsOf } from '#test/support/loan-terms'

const terms = termsOf({ percent: 12 })
const on = (text: string) => localDate(text)
const paid = (day: string, money: number) =>
  ({ kind: 'repaid', on: on(day), amount: amount(money) }) as const
const NONE = { 'interest-receivable': 0, 'unearned-interest': 0, 'interest-income': 0 }
const held = (life: ReturnType<typeof born>) => ({ ...NONE, ...Object.fromEntries(life.book) })

describe('interest that is income as it is earned', () => {
  it('accrues by the days of the running period, as a payoff counts it', () => {
    const life = accruedTo(born(terms, 'accrual'), on('2026-01-25'))
    expect(held(life)).toMatchObject({
      'interest-receivable': 64_516,
      'interest-income': -64_516,
    })
    expect(life.loan).toMatchObject({ accrued: 64_516, accruedOn: '2026-01-25' })
    const quote = payoffQuote(terms, numbered(disbursed('2026-01-15')), on('2026-01-25'))
    expect(quote?.parts.interest).toBe(64_516)
  })

  it('twice, late, or after missed days comes to the same', () => {
    const daily = ['2026-01-16', '2026-01-17', '2026-01-17', '2026-01-21', '2026-02-03'].reduce(
      (life, day) => accruedTo(life, on(day)),
      born(terms, 'accrual'),
    )
    expect(held(daily)).toEqual(held(accruedTo(born(terms, 'accrual'), on('2026-02-03'))))
  })

  it('accrues along with a repayment, up to its day', () => {
    const life = after(born(terms, 'accrual'), paid('2026-02-15', 1_776_976))
    expect(held(life)).toMatchObject({ 'interest-receivable': 0, 'interest-income': -200_000 })
    expect(life.loan.accruedOn).toBe('2026-02-15')
  })

  it('stands as unearned where it was paid ahead, and is earned as the days pass', () => {
    const ahead = after(born(terms, 'accrual'), paid('2026-01-15', 1_776_976))
    expect(held(ahead)).toMatchObject({ 'unearned-interest': -200_000, 'interest-income': 0 })
    const later = accruedTo(ahead, on('2026-01-25'))
    expect(held(later)).toMatchObject({
      'unearned-interest': -(200_000 - 64_516),
      'interest-income': -64_516,
    })
  })

  it('is taken back where a loan stops performing, and returns when it performs again', () => {
    const late = accruedTo(born(terms, 'accrual'), on('2026-04-30'))
    const stopped = accruedTo(late, on('2026-05-31'), true)
    expect(held(stopped)).toMatchObject({ 'interest-receivable': 0, 'interest-income': 0 })
    expect(stopped.loan).toMatchObject({ accrued: 0, accruedOn: null })
    const again = accruedTo(stopped, on('2026-05-31'))
    expect(held(again)).toEqual(held(accruedTo(late, on('2026-05-31'))))
  })

  it('is income as it is paid while a loan does not perform', () => {
    const stopped = accruedTo(born(terms, 'accrual'), on('2026-05-31'), true)
    const life = after(stopped, paid('2026-06-01', 50_000))
    expect(held(life)).toMatchObject({ bank: -20_000_000 + 50_000, 'interest-income': -50_000 })
    expect(life.loan).toMatchObject({ accrued: 50_000, accruedOn: null })
  })

  it('on the cash basis accrues nothing', () => {
    const life = born(terms, 'cash')
    expect(accruedTo(life, on('2026-05-31'))).toEqual(life)
  })
})
