import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { LoanQuoteAnswer } from '#worker/lending/offering/quotes/answers'
import { quote } from '#worker/lending/offering/quotes/quote'
import { LoanQuoteRequest } from '#worker/lending/offering/quotes/requests'

const ASKED = {
  principal: 20_000_000,
  annualRate: 6,
  interestMethod: 'declining',
  amortization: 'equalInstalment',
  instalments: 12,
  every: 1,
  unit: 'month',
  disbursedOn: '2026-01-15',
}

function pointers(said: object): string[] {
  const result = v.safeParse(LoanQuoteRequest, { ...ASKED, ...said })
  return (result.issues ?? []).map((issue) => v.getDotPath(issue) ?? '')
}

const quoted = (said: object = {}) => quote(v.parse(LoanQuoteRequest, { ...ASKED, ...said }))

describe('a loan quote', () => {
  it('answers the schedule, its totals and its price', () => {
    const answer = quoted()
    expect(answer).toMatchObject({
      instalment: 1_721_329,
      totals: { principal: 20_000_000, interest: 655_941, fees: 0, total: 20_655_941 },
      feesAtDisbursement: 0,
      effectiveAnnualRate: 6.17,
    })
    expect(answer.rows[0]).toEqual({
      n: 1,
      dueOn: '2026-02-15',
      days: 31,
      principal: 1_621_329,
      interest: 100_000,
      fees: 0,
      total: 1_721_329,
      balance: 18_378_671,
    })
    expect(answer).not.toHaveProperty('explanation')
    expect(v.is(LoanQuoteAnswer, answer)).toBe(true)
  })

  it('explains each row when asked', () => {
    const terms = v.parse(LoanQuoteRequest, ASKED)
    expect(quote(terms, 'id').explanation?.[0]).toContain('jasa 6% / 12 × 20.000.000 = 100.000')
    expect(quote(terms, 'en').explanation).toHaveLength(12)
  })

  it('takes percentages exactly', () => {
    expect(v.parse(LoanQuoteRequest, { ...ASKED, annualRate: 6.25 }).annualRate).toBe(6_250_000)
    expect(v.parse(LoanQuoteRequest, { ...ASKED, annualRate: 0.000001 }).annualRate).toBe(1)
    expect(quoted({ annualRate: 0 }).effectiveAnnualRate).toBe(0)
  })

  it('takes fees by amount or as a share of the principal', () => {
    const fees = [
      { kind: 'atDisbursement', percent: 1 },
      { kind: 'perInstalment', amount: 5000 },
    ]
    const answer = quoted({ fees })
    expect(answer.feesAtDisbursement).toBe(200_000)
    expect(answer.totals.fees).toBe(60_000)
  })

  it('knows other currencies by their decimals', () => {
    const euro = v.parse(LoanQuoteRequest, { ...ASKED, currency: 'EUR' })
    expect(euro.currencyExponent).toBe(2)
    expect(quote(euro, 'en').explanation?.[0]).toContain('200,000.00')
  })

  it.each<[string, object]>([
    ['principal', { principal: 0 }],
    ['principal', { principal: 1e12 + 1 }],
    ['principal', { principal: 1000.5 }],
    ['principal', { principal: '1000' }],
    ['principal', { principal: undefined }],
    ['annualRate', { annualRate: -1 }],
    ['annualRate', { annualRate: 1000.1 }],
    ['annualRate', { annualRate: 6.1234567 }],
    ['annualRate', { annualRate: '6' }],
    ['interestMethod', { interestMethod: 'compound' }],
    ['amortization', { amortization: 'weighted' }],
    ['instalments', { instalments: 0 }],
    ['instalments', { instalments: 601 }],
    ['every', { every: 0 }],
    ['unit', { unit: 'year' }],
    ['disbursedOn', { disbursedOn: '2026-02-30' }],
    ['firstDueOn', { firstDueOn: '2026-01-15' }],
    ['interestPeriod', { interestPeriod: 'monthly' }],
    ['dayCount', { dayCount: 'actual/364' }],
    ['graceOnPrincipal', { graceOnPrincipal: 12 }],
    ['graceOnInterestPayment', { graceOnInterestPayment: 12 }],
    ['interestFreeInstalments', { interestFreeInstalments: 13 }],
    ['roundInstalmentTo', { roundInstalmentTo: 0 }],
    ['roundInstalment', { roundInstalment: 'ceil' }],
    ['rounding', { rounding: 'up' }],
    ['fees.0', { fees: [{ kind: 'perInstalment' }] }],
    ['fees.0', { fees: [{ kind: 'perInstalment', amount: 1, percent: 1 }] }],
    ['fees.0.percent', { fees: [{ kind: 'perInstalment', percent: 101 }] }],
    ['fees.0.kind', { fees: [{ kind: 'monthly', amount: 1 }] }],
    ['fees', { fees: [{ kind: 'atDisbursement', percent: 100 }] }],
    ['currency', { currency: 'ABC' }],
    ['instalments', { every: 600, instalments: 600 }],
    ['annualRate', { principal: 1e12, annualRate: 1000, every: 12, instalments: 600 }],
    ['colour', { colour: 'red' }],
  ])('points at %s in %j', (pointer, said) => {
    expect(pointers(said)).toEqual([pointer])
  })

  it('points at every fault at once', () => {
    const said = { principal: 0, unit: 'year', graceOnPrincipal: 12 }
    expect(pointers(said)).toEqual(['principal', 'unit', 'graceOnPrincipal'])
  })

  it('counts to the end whatever it accepts', () => {
    const extreme = fc.record({
      principal: fc.constantFrom(1, 7, 1e6, 1e12),
      annualRate: fc.constantFrom(0, 0.000001, 6, 24, 999.999999, 1000),
      interestMethod: fc.constantFrom('flat', 'declining'),
      amortization: fc.constantFrom('equalInstalment', 'equalPrincipal'),
      instalments: fc.constantFrom(1, 2, 50, 600),
      every: fc.constantFrom(1, 35, 600),
      unit: fc.constantFrom('day', 'week', 'month'),
      disbursedOn: fc.constantFrom('0001-01-01', '2024-02-29', '9990-12-31'),
      interestPeriod: fc.constantFrom('perInstalment', 'daily'),
      dayCount: fc.constantFrom('30/360', 'actual/360', 'actual/365', 'actual/actual'),
      roundInstalmentTo: fc.constantFrom(1, 1000, 1e9),
      roundInstalment: fc.constantFrom('halfUp', 'up', 'down', 'halfEven'),
      fees: fc.constantFrom([], [{ kind: 'perInstalment', amount: 1e12 }]),
    })
    fc.assert(
      fc.property(extreme, (said) => {
        const parsed = v.safeParse(LoanQuoteRequest, { ...ASKED, ...said })
        fc.pre(parsed.success)
        const answer = quote(parsed.output as Parameters<typeof quote>[0])
        expect(answer.rows.at(-1)?.balance).toBe(0)
        expect(v.is(LoanQuoteAnswer, answer)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
