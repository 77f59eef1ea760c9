import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount, basisPoints } from '#worker/kernel/money'
import {
  rateFor,
  ruleFor,
  type CommissionRule,
} from '#worker/market/buying/commission-rules/commission-rule'
import { npwpFrom, npwpText } from '#worker/market/buying/taxes/npwp'
import {
  charges,
  fractionOf,
  includedTax,
  taxRuleOn,
  type TaxRule,
} from '#worker/market/buying/taxes/tax'

const rule = (since: string, rateBps: number, basePart = 1, baseWhole = 1): TaxRule => ({
  ...{ name: 'ppn', since: localDate(since), rateBps: basisPoints(rateBps), basePart, baseWhole },
  source: 'test',
})
const RULES = [rule('2022-04-01', 1100), rule('2025-01-01', 1200, 11, 12)]
const NOW = RULES[1]!

describe('value-added tax', () => {
  it.each([
    [111_000, 11_000],
    [1_387_500, 137_500],
    [55_500_000, 5_500_000],
    [100_000, 9_909],
    [0, 0],
  ])('within a price of %i is %i: 12 % of 11/12 of what it is without', (price, tax) => {
    expect(includedTax(amount(price), NOW)).toBe(tax)
  })

  it('is 11/111 of a price that includes it, rounded down', () => {
    const [numerator, denominator] = fractionOf(NOW)
    expect(numerator * 111).toBe(denominator * 11)
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (price) => {
        expect(includedTax(amount(price), NOW)).toBe(Math.floor((price * 11) / 111))
      }),
    )
  })

  it('goes by the rule of the day', () => {
    expect(taxRuleOn(RULES, localDate('2024-12-31'))?.rateBps).toBe(1100)
    expect(taxRuleOn(RULES, localDate('2025-01-01'))?.rateBps).toBe(1200)
    expect(taxRuleOn(RULES, localDate('2020-01-01'))).toBeUndefined()
  })

  it('is charged by who is registered, from that day on', () => {
    const pkpSince = localDate('2026-11-22')
    expect(charges({ pkpSince }, localDate('2026-11-21'))).toBe(false)
    expect(charges({ pkpSince }, pkpSince)).toBe(true)
    expect(charges({ pkpSince: null }, pkpSince)).toBe(false)
  })
})

describe('a taxpayer’s number', () => {
  it('has 15 or 16 digits, however it is written', () => {
    expect(npwpFrom('01.234.567.8-012.000')).toBe('012345678012000')
    expect(npwpFrom('3404016508909999')).toBe('3404016508909999')
    for (const wrong of ['', '1234', '01.234.567.8-012.00A', '0'.repeat(15), '1'.repeat(17)]) {
      expect(npwpFrom(wrong)).toBeUndefined()
    }
  })

  it('is shown as on papers', () => {
    expect(npwpText('012345678012000')).toBe('01.234.567.8-012.000')
    expect(npwpText('3404016508909999')).toBe('3404 0165 0890 9999')
  })
})

describe('rules of commission', () => {
  let made = 0
  const commission = (given: Partial<CommissionRule>): CommissionRule => ({
    ...{ id: `r${(made += 1)}`, scope: 'default', reference: '', until: null },
    bps: basisPoints(500),
    since: localDate('2026-01-01'),
    ...given,
  })
  const line = { productId: 'p', categories: ['baskets', 'weaving'], enterpriseId: 'e' }
  const day = localDate('2026-11-22')
  const rates = [
    commission({ bps: basisPoints(700) }),
    commission({ scope: 'enterprise', reference: 'e', bps: basisPoints(400) }),
    commission({ scope: 'category', reference: 'weaving', bps: basisPoints(300) }),
    commission({ scope: 'category', reference: 'baskets', bps: basisPoints(200) }),
    commission({ scope: 'product', reference: 'p', bps: basisPoints(100) }),
  ]

  it('let the most specific win', () => {
    const setting = basisPoints(500)
    const rate = (rules: CommissionRule[]) => rateFor(rules, line, { day, setting })
    expect(rates.map((_, i) => rate(rates.slice(0, i + 1)))).toEqual([700, 400, 300, 200, 100])
    expect(rate([])).toBe(500)
    expect(rate([commission({ scope: 'enterprise', reference: 'other' })])).toBe(500)
  })

  it('let the older of two alike win', () => {
    const old = commission({ since: localDate('2026-01-01') })
    const young = commission({ since: localDate('2026-02-01') })
    expect(ruleFor([young, old], line, day)).toBe(old)
    const twin = commission({ since: localDate('2026-01-01') })
    expect(ruleFor([twin, old], line, day)).toBe(old)
  })

  it('hold from their first day through their last', () => {
    const short = commission({ since: day, until: day })
    expect(ruleFor([short], line, day)).toBe(short)
    expect(ruleFor([short], line, localDate('2026-11-23'))).toBeUndefined()
    expect(ruleFor([short], line, localDate('2026-11-21'))).toBeUndefined()
  })
})
