import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disbursed, numbered } from '#test/support/loan-events'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Loan } from '#worker/lending/loans/loan'
import { askable, shareOf } from '#worker/lending/payout-shares/payout-share'
import { ZERO_RATE } from '#worker/lending/schedules/rate'
import { loanTerms } from '#worker/lending/schedules/terms'

const money = fc.integer({ min: 0, max: 50_000_000 }).map(amount)
const rate = fc.integer({ min: 100, max: 5000 })

describe('the share of what was earned', () => {
  it('is never more than its rate, than is asked, or than can be paid', () => {
    fc.assert(
      fc.property(money, money, money, rate, (earned, payable, asked, of) => {
        const share = shareOf({ rate: of }, { earned, payable }, asked)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(
          Math.min(payable, asked, Math.ceil((earned * of) / 10_000)),
        )
      }),
    )
  })

  it('takes nothing where more was given back than earned', () => {
    expect(shareOf({ rate: 1500 }, { earned: amount(-1), payable: amount(9) }, amount(9))).toBe(0)
  })

  it('is 15 % of 255,500 rounded half up', () => {
    const earned = { earned: amount(255_500), payable: amount(255_500) }
    expect(shareOf({ rate: 1500 }, earned, amount(1_000_000))).toBe(38_325)
  })
})

describe('what may be asked of the loan', () => {
  const terms = loanTerms({
    principal: amount(1_200_000),
    annualRate: ZERO_RATE,
    interestMethod: 'declining',
    amortization: 'equalPrincipal',
    instalments: 12,
    disbursedOn: localDate('2026-01-31'),
  })
  const loan = { terms } as Loan
  const events = numbered(disbursed('2026-01-31'))
  const asked = (on: string, ahead = false) =>
    askable({ loan, events }, { ahead, on: localDate(on) })

  it('is the running instalment before it is due, and with it all that was missed', () => {
    expect(asked('2026-02-10')).toBe(100_000)
    expect(asked('2026-02-28')).toBe(100_000)
    expect(asked('2026-03-15')).toBe(200_000)
  })

  it('is all that closes the loan for whoever asked for it', () => {
    expect(asked('2026-02-10', true)).toBe(1_200_000)
  })
})
