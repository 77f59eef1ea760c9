import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disbursed, numbered, repaid } from '#test/support/loan-events'
import { instant, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import {
  heldAgainstFloor,
  kindHour,
  monthBefore,
} from '#worker/lending/servicing/payout-shares/floor'
import {
  askable,
  shareOf,
  type PayoutShare,
} from '#worker/lending/servicing/payout-shares/payout-share'
import { ZERO_RATE } from '#worker/lending/offering/schedules/rate'
import { loanTerms } from '#worker/lending/offering/schedules/terms'

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

  it('is nothing more in a period whose instalment is paid, where more would be principal', () => {
    const early = { ...loan, terms: { ...terms, earlyPayment: 'reduceNumber' } } as Loan
    const paid = numbered(disbursed('2026-01-31'), repaid('2026-02-10', 100_000))
    const left = (on: string, known = events) =>
      askable({ loan: early, events: known }, { ahead: false, on: localDate(on) })
    expect(left('2026-02-10')).toBe(100_000)
    expect(left('2026-02-20', paid)).toBe(0)
    expect(left('2026-02-28', paid)).toBe(0)
    expect(left('2026-02-28')).toBe(100_000)
    expect(left('2026-03-01', paid)).toBe(100_000)
    expect(left('2026-01-31')).toBe(0)
  })

  it('is all that closes the loan for whoever asked for it', () => {
    expect(asked('2026-02-10', true)).toBe(1_200_000)
  })
})

describe('the floor of a month', () => {
  const share = { floor: amount(100_000), version: 3 } as PayoutShare
  const month = monthBefore(localDate('2026-03-01'))
  const short = (paid: number, asked: number) =>
    heldAgainstFloor(share, month, { paid: amount(paid), asked: amount(asked) }).floorShort

  it('is held against the month that is over', () => {
    expect(month).toEqual({ name: '2026-02', from: '2026-02-01', until: '2026-03-01' })
    expect(monthBefore(localDate('2027-01-31')).name).toBe('2026-12')
    const held = heldAgainstFloor(share, month, { paid: amount(0), asked: amount(0) })
    expect(held).toMatchObject({ floorMonth: '2026-02', version: 4 })
  })

  it('asks for what is missing of it, and never for more than is due', () => {
    expect(short(40_000, 500_000)).toBe(60_000)
    expect(short(40_000, 25_000)).toBe(25_000)
    expect(short(100_000, 500_000)).toBe(0)
    expect(short(0, 0)).toBe(0)
  })

  it('is spoken of by day: what comes at night waits for the morning', () => {
    const at = (text: string) => instant(Date.parse(`2026-03-01T${text}+07:00`))
    expect(kindHour('Asia/Jakarta', at('00:01'))).toBe(at('08:00'))
    expect(kindHour('Asia/Jakarta', at('10:30'))).toBe(at('10:30'))
    expect(kindHour('Asia/Jakarta', at('21:00'))).toBe(at('08:00') + 86_400_000)
  })
})
