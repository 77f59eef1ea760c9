/** What a dossier tells of sales and repayments. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { factsOf } from '#worker/lending/reviewing/reviews/facts'
import { repaymentRecord } from '#worker/lending/reviewing/reviews/repayment-record'
import { seasons, steadinessOf, variation } from '#worker/lending/reviewing/reviews/steadiness'
import { monthsBefore } from '#worker/market/selling/sales/sales'
import { rate } from '#worker/lending/offering/schedules/rate'
import { loanTerms } from '#worker/lending/offering/schedules/terms'

const selling = (last: string, totals: readonly number[]) =>
  monthsBefore(last, totals.length).map((month, i) => ({ month, total: totals[i] ?? 0 }))

describe('the steadiness of sales', () => {
  it('is the spread of whole months as a percentage of their mean', () => {
    // Mean 200, deviations 100, 0, 100: √(20000 / 3) = 81.65 → 41 %.
    expect(variation(selling('2026-11', [100, 200, 300, 999]))).toBe(41)
    expect(variation(selling('2026-11', [200, 200, 200, 200, 0]))).toBe(0)
  })

  it('counts quiet months, but none before the first sale, nor the running one', () => {
    const late = variation(selling('2026-11', [0, 0, 0, 200, 200, 200, 5]))
    expect(late).toBe(0)
    expect(variation(selling('2026-11', [200, 0, 200, 0, 200, 0, 5]))).toBe(100)
  })

  it('is unknown with fewer than three whole months', () => {
    expect(variation(selling('2026-11', [100, 200, 300]))).toBeNull()
    expect(variation(selling('2026-11', [0, 0, 0, 0, 7]))).toBeNull()
  })

  it('does not depend on how much is sold, only on how evenly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 4, maxLength: 12 }),
        fc.integer({ min: 2, max: 9 }),
        (totals, times) =>
          variation(selling('2026-11', totals)) ===
          variation(
            selling(
              '2026-11',
              totals.map((one) => one * times),
            ),
          ),
      ),
    )
  })

  it('is told in a word', () => {
    expect([0, 35, 36, 75, 76].map(steadinessOf)).toEqual([
      'steady',
      'steady',
      'moderate',
      'moderate',
      'uneven',
    ])
  })
})

describe('the seasons of sales', () => {
  it('are unknown before a whole year was seen', () => {
    expect(seasons(selling('2026-11', Array<number>(12).fill(100)))).toBeNull()
  })

  it('set each month of the year against the average month', () => {
    const year = [...Array<number>(11).fill(100), 700, 3]
    const told = seasons(selling('2026-11', year))!
    expect(told).toHaveLength(12)
    // Eleven of 100 and one of 700: the mean is 150.
    expect(told.find((one) => one.month === 10)?.index).toBe(467)
    expect(told.filter((one) => one.index === 67)).toHaveLength(11)
  })
})

describe('a repayment record', () => {
  const lent = loanTerms({
    principal: amount(1_200_000),
    annualRate: rate(0),
    interestMethod: 'declining',
    amortization: 'equalPrincipal',
    every: 1,
    unit: 'month',
    instalments: 3,
    disbursedOn: localDate('2026-01-15'),
  })
  const disbursed = { seq: 1, kind: 'disbursed', on: localDate('2026-01-15') } as const
  const paid = (seq: number, on: string) =>
    ({ seq, kind: 'repaid', on: localDate(on), amount: amount(400_000) }) as const

  it('counts what was paid not after its due date as on time, and the most days late', () => {
    const events = [disbursed, paid(2, '2026-02-15'), paid(3, '2026-03-20'), paid(4, '2026-04-01')]
    const loans = [{ terms: lent, events }]
    expect(repaymentRecord(loans, localDate('2026-05-01'))).toEqual({
      due: 3,
      onTime: 2,
      share: 66,
      worstLate: 5,
      repaid: 1,
    })
  })

  it('says nothing of what is not due, and counts what is unpaid as late until today', () => {
    const none = [{ terms: lent, events: [disbursed] }]
    expect(repaymentRecord(none, localDate('2026-02-15'))).toMatchObject({ due: 0, share: null })
    expect(repaymentRecord(none, localDate('2026-02-25'))).toMatchObject({
      due: 1,
      onTime: 0,
      share: 0,
      worstLate: 10,
    })
    expect(repaymentRecord([], localDate('2026-02-25'))).toMatchObject({ worstLate: null })
  })

  it('does not hold a payment against her that was recorded a day later for its day', () => {
    const events = [disbursed, paid(2, '2026-02-15')]
    const loans = [{ terms: lent, events }]
    expect(repaymentRecord(loans, localDate('2026-02-20')).share).toBe(100)
  })
})

describe('the facts of a card', () => {
  const nothing = { due: 0, onTime: 0, share: null, worstLate: null, repaid: 0 }
  const bare = { capacity: { left: 1, share: 40 }, record: nothing, around: nothing, visits: 0 }

  it('are unknown where there is no consent, no loan and no group', () => {
    const facts = factsOf({ ...bare, sales: null })
    expect(facts).toMatchObject({ capacity: 40, visits: 0 })
    const known = Object.values(facts).filter((value) => value !== null)
    expect(known).toHaveLength(2)
  })

  it('take nothing left after costs for worse than any share', () => {
    const facts = factsOf({ ...bare, sales: null, capacity: { left: -5, share: null } })
    expect(facts.capacity).toBe(1000)
  })

  it('tell shares in percent', () => {
    const sales = {
      ...{ monthsSelling: 7, completedOrders: 18, cancelledOrders: 2 },
      ...{ buyers: 8, returningBuyers: 3, variation: 20 },
    }
    expect(factsOf({ ...bare, sales })).toMatchObject({
      cancellations: 10,
      'repeat-buyers': 38,
      steadiness: 20,
    })
  })
})
