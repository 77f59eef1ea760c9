import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount, basisPoints, sum } from '#worker/kernel/money'
import { commissionOn, rateOn, ratesFrom } from '#worker/market/buying/checkout/commission'

describe('the commission', () => {
  it('is rounded half up, once', () => {
    const five = basisPoints(500)
    expect(commissionOn([{ base: amount(99_990), bps: five }])).toEqual([5_000])
    expect(commissionOn([{ base: amount(99_989), bps: five }])).toEqual([4_999])
    expect(commissionOn([9, 9, 2].map((n) => ({ base: amount(n), bps: five })))).toEqual([0, 1, 0])
  })

  it('loses no rupiah among lines of different rates', () => {
    const line = fc.record({
      base: fc.nat(1e9).map((n) => amount(n)),
      bps: fc.nat(10_000).map((n) => basisPoints(n)),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const exact = lines.reduce((all, { base, bps }) => all + BigInt(base) * BigInt(bps), 0n)
        const parts = commissionOn(lines)
        expect(BigInt(sum(parts))).toBe((exact + 5_000n) / 10_000n)
        expect(parts.every((part, i) => part >= 0 && part <= lines[i]!.base + 1)).toBe(true)
      }),
    )
  })

  it('changes on the day its setting says', () => {
    const rates = ratesFrom('500,2027-01-01=400')!
    expect(rateOn(rates, localDate('2026-12-31'))).toBe(500)
    expect(rateOn(rates, localDate('2027-01-01'))).toBe(400)
  })

  it.each(['', 'five', '2027-01-01=400', '500,2027-02-30=400', '-5', '500;'])(
    'cannot be read from %j',
    (setting) => expect(ratesFrom(setting)).toBeUndefined(),
  )
})
