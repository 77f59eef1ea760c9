/**
 * What users of other lending programs complain of in their products (research of their trackers, and of
 * simulations that Indonesian lenders publish): each pain is a test that it cannot happen here.
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { termsOf } from '#worker/lending/offering/loan-products/loan-product'
import { dearest, termsOffered } from '#worker/lending/offering/loan-products/price'
import { LoanProductRequest } from '#worker/lending/offering/loan-products/requests'
import { TEMPLATES } from '#worker/lending/offering/loan-products/templates'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { PLAIN } from '#test/support/offers'

const LENT = localDate('2026-01-31')
const offered = (changes: object) => v.parse(LoanProductRequest, { ...PLAIN, ...changes })
const loanOf = (changes: object, instalments = 6) =>
  schedule(
    termsOf(offered(changes), { principal: amount(6_000_000), instalments, disbursedOn: LENT }),
  )

describe('a product', () => {
  it('whose frequency differs falls due on other days, and on none that make no sense', () => {
    const rhythms = [
      { every: 1, unit: 'day' },
      { every: 1, unit: 'week' },
      { every: 2, unit: 'week' },
      { every: 35, unit: 'day' },
      { every: 1, unit: 'month' },
      { every: 3, unit: 'month' },
    ]
    const dates = rhythms.map((rhythm) => loanOf(rhythm).rows.map((row) => row.dueOn))
    expect(new Set(dates.map((days) => days.join())).size).toBe(rhythms.length)
    for (const days of dates) expect(days).toEqual([...new Set(days)].sort())
    expect(dates[4]?.slice(0, 3)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
  })

  it('rounds every instalment but the last to its multiple, in the direction it says', () => {
    for (const roundInstalmentTo of [100, 500, 1000]) {
      for (const roundInstalment of ['up', 'down', 'halfUp'] as const) {
        const { rows } = loanOf({ roundInstalmentTo, roundInstalment, annualRate: 13 })
        const totals = rows.map((row) => row.total)
        expect(totals.slice(0, -1).every((total) => total % roundInstalmentTo === 0)).toBe(true)
        expect(rows.at(-1)?.balance).toBe(0)
      }
    }
  })

  it('that is flat is never shown as if its rate were effective', () => {
    const flat = offered({ interestMethod: 'flat', annualRate: 6, minInstalments: 12 })
    expect(dearest(flat, LENT).rate / 100).toBeGreaterThan(10.8)
    const { totals } = loanOf({ interestMethod: 'flat', annualRate: 6 }, 12)
    expect(totals.interest).toBe(360_000)
  })

  it('is set up from one of seven that exist, not from two hundred switches', () => {
    expect(TEMPLATES.map(({ slug }) => slug)).toEqual([
      ...['kur', 'koperasi-menurun', 'koperasi-flat', 'spp', 'majelis', 'pumk', 'qardh'],
    ])
    for (const { source, offer, ownCap } of TEMPLATES) {
      expect(source.id.length).toBeGreaterThan(10)
      expect(offer.programme !== '' || ownCap !== null).toBe(true)
    }
  })

  it('of the weekly meeting is paid in fifty equal weeks', () => {
    const { offer } = TEMPLATES.find(({ slug }) => slug === 'majelis')!
    const whole = { ...offer, name: 'Majelis', description: '' }
    expect(termsOffered(whole)).toEqual([50])
    const { rows } = schedule(
      termsOf(whole, { principal: amount(5_000_000), instalments: 50, disbursedOn: LENT }),
    )
    expect(new Set(rows.slice(0, -1).map((row) => row.total)).size).toBe(1)
  })

  it('by seasons asks for principal with the harvests alone', () => {
    const seasons = { amortization: 'weighted', weights: [0, 0, 1], minInstalments: 3 }
    const { rows } = loanOf(seasons)
    expect(rows.map((row) => row.principal)).toEqual([0, 0, 3_000_000, 0, 0, 3_000_000])
  })
})
