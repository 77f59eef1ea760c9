import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { withinLimits } from '#worker/lending/offering/loan-products/limits'
import {
  effectiveRateOf,
  termsOf,
  type LoanProduct,
} from '#worker/lending/offering/loan-products/loan-product'
import { offerProduct } from '#worker/lending/offering/loan-products/offering'
import { dearest, termsOffered } from '#worker/lending/offering/loan-products/price'
import { LoanProductRequest } from '#worker/lending/offering/loan-products/requests'
import { TEMPLATES } from '#worker/lending/offering/loan-products/templates'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { capsInForce } from '#worker/lending/offering/rate-caps/rate-cap'
import { rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { anyOffer, PLAIN } from '#test/support/offers'

const TODAY = localDate('2026-11-23')
const MADE = { id: 'p', lenderId: 'l', createdAt: 0, version: 1, holidays: [], on: TODAY }

const offered = (changes: object) => v.parse(LoanProductRequest, { ...PLAIN, ...changes })
const capOf = (cap: Partial<RateCap>): RateCap => ({
  programme: '',
  since: localDate('2026-01-01'),
  nominal: null,
  effective: null,
  source: 'Keputusan rapat anggota',
  ...cap,
})

function refusalOf(act: () => unknown): Refusal | undefined {
  try {
    act()
  } catch (reason) {
    if (reason instanceof Refusal) return reason
    throw reason
  }
  return undefined
}

describe('the terms of one loan', () => {
  const loan = { principal: amount(12_000_000), instalments: 12, disbursedOn: TODAY }

  it('share the principal by seasons over and over', () => {
    const seasonal = offered({ amortization: 'weighted', weights: [0, 0, 0, 1] })
    const { rows } = schedule(termsOf(seasonal, loan))
    expect(rows.flatMap((row) => (row.principal > 0 ? [[row.n, row.principal]] : []))).toEqual([
      [4, 4_000_000],
      [8, 4_000_000],
      [12, 4_000_000],
    ])
  })

  it('pay all principal with the last instalment of a bullet loan', () => {
    const { rows } = schedule(termsOf(offered({ amortization: 'bullet' }), loan))
    expect(rows.map((row) => row.principal)).toEqual([...Array(11).fill(0), 12_000_000])
  })

  it('come every 35 days where the market does', () => {
    const selapanan = offered({ every: 35, unit: 'day' })
    const { rows } = schedule(termsOf(selapanan, loan))
    expect(rows.slice(0, 2).map((row) => row.dueOn)).toEqual(['2026-12-28', '2027-02-01'])
  })

  it('move off days off and the lender’s holidays, each date alone', () => {
    const heeding = offered({ daysOff: { weekdays: [0], holidays: true } })
    const holidays = [localDate('2026-12-23'), localDate('2026-12-24')]
    const { rows } = schedule(termsOf({ ...heeding, holidays }, loan))
    expect(rows.slice(0, 3).map((row) => row.dueOn)).toEqual([
      '2026-12-25',
      '2027-01-23',
      '2027-02-23',
    ])
    const { rows: heedless } = schedule(termsOf({ ...offered({}), holidays }, loan))
    expect(heedless[0]?.dueOn).toBe('2026-12-23')
  })

  it('carry fees of every kind, one on its day after the disbursement', () => {
    const fees = [
      { name: 'Administrasi', kind: 'atDisbursement', percent: 1 },
      { name: 'Simpanan wajib', kind: 'perInstalment', amount: 10_000 },
      { name: 'Survei', kind: 'afterDays', amount: 25_000, days: 40 },
    ]
    const drawn = schedule(termsOf(offered({ fees }), loan))
    expect(drawn.feesAtDisbursement).toBe(120_000)
    expect(drawn.rows.slice(0, 3).map((row) => row.fees)).toEqual([10_000, 35_000, 10_000])
  })
})

describe('the dearest loan', () => {
  it('of a flat product lies in the middle of its terms', () => {
    const flat = offered({ interestMethod: 'flat', minInstalments: 3, maxInstalments: 60 })
    const { rate: most, instalments } = dearest(flat, TODAY)
    expect(instalments).toBeGreaterThan(3)
    expect(instalments).toBeLessThan(60)
    expect(most / 100).toBeGreaterThan(21)
  })

  it('is one whose instalment is rounded up far', () => {
    const flat = { interestMethod: 'flat', minPrincipal: 600_000, minInstalments: 20 }
    const rounded = dearest(offered({ ...flat, roundInstalmentTo: 5000 }), TODAY)
    expect(rounded.rate).toBeGreaterThan(dearest(offered({ ...flat }), TODAY).rate + 100)
    expect(rounded.principal).toBeGreaterThan(600_000)
  })

  it('bears the fixed fee of the smallest loan', () => {
    const fees = [{ name: 'Administrasi', kind: 'atDisbursement', amount: 25_000 }]
    expect(dearest(offered({ fees }), TODAY)).toMatchObject({ principal: 500_000, instalments: 3 })
  })
})

describe('a ceiling', () => {
  it('is the latest that has begun, of the lender and of the programme', () => {
    const caps = [
      capOf({ effective: rate(24_000_000) }),
      capOf({ effective: rate(20_000_000), since: localDate('2026-11-24') }),
      capOf({ nominal: rate(18_000_000), programme: 'koperasi', since: localDate('2026-06-01') }),
    ]
    const inForce = capsInForce(caps, 'koperasi', TODAY)
    expect(inForce.map((cap) => [cap.programme, cap.nominal, cap.effective])).toEqual([
      ['', null, 24_000_000],
      ['koperasi', 18_000_000, null],
    ])
    expect(capsInForce(caps, '', localDate('2026-11-24'))[0]?.effective).toBe(20_000_000)
  })

  it('binds the nominal rate and the effective one, fees included and penalties not', () => {
    const penalty = { graceDays: 0, rate: 1, base: 'instalment', cap: 100 }
    const nominal = [capOf({ nominal: rate(12_000_000) })]
    expect(() => offerProduct(offered({ penalty }), nominal, MADE)).not.toThrow()
    expect(() => offerProduct(offered({ annualRate: 12.1 }), nominal, MADE)).toThrow(Refusal)
    const effective = [capOf({ effective: rate(13_000_000) })]
    expect(() => offerProduct(offered({ penalty }), effective, MADE)).not.toThrow()
    const fees = [{ name: 'Administrasi', kind: 'atDisbursement', percent: 1 }]
    const refusal = refusalOf(() => offerProduct(offered({ fees }), effective, MADE))
    expect(refusal?.type).toBe('above-cap')
    expect(refusal?.more.errors?.[0]).toMatchObject({ pointer: '/annualRate' })
    expect(JSON.stringify(refusal?.more.errors)).toContain('Keputusan rapat anggota')
  })

  it('must have been stated before anything is offered', () => {
    expect(refusalOf(() => offerProduct(offered({}), [], MADE))?.type).toBe('above-cap')
  })
})

describe('a template', () => {
  it.each(TEMPLATES.map((one) => [one.slug, one] as const))(
    '%s can be offered as it is, below its ceiling',
    (_, { offer, name, description, ownCap }) => {
      const caps = ownCap ? [capOf({ effective: ownCap.effective })] : []
      const whole = { ...offer, name: name.id, description: description.id }
      expect(offerProduct(whole, caps, MADE).dearestRate).toBeLessThanOrEqual(2400)
    },
  )

  it('of PUMK asks for 3 % of the balance with which each year began', () => {
    const { offer } = TEMPLATES.find(({ slug }) => slug === 'pumk')!
    const whole = { ...offer, name: 'PUMK', description: '' }
    const { rows } = schedule(
      termsOf(whole, { principal: amount(36_000_000), instalments: 36, disbursedOn: TODAY }),
    )
    const year = (from: number) =>
      rows.slice(from, from + 12).reduce((total, row) => total + row.interest, 0)
    expect([year(0), year(12), year(24)]).toEqual([1_080_000, 720_000, 360_000])
  })
})

describe('limits', () => {
  it('hold for the amount, the number of instalments and whole seasons', () => {
    const seasonal = offered({
      amortization: 'weighted',
      weights: [0, 0, 1],
      minInstalments: 3,
      maxInstalments: 12,
    }) as LoanProduct
    const wish = (amountWanted: number, instalments: number) => () =>
      withinLimits(seasonal, { amount: amount(amountWanted), instalments })
    expect(wish(1_000_000, 6)).not.toThrow()
    expect(refusalOf(wish(1, 99))?.more.errors).toHaveLength(2)
    expect(refusalOf(wish(1_000_000, 7))?.more.errors?.[0]?.pointer).toBe('/instalments')
  })
})

describe('any offer within its bounds', () => {
  it('pays back exactly what was lent, and is nowhere dearer than its dearest loan', () => {
    fc.assert(
      fc.property(
        anyOffer,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (said, seed, at) => {
          const parsed = v.safeParse(LoanProductRequest, said)
          if (!parsed.success) return
          const offer = parsed.output
          const counts = termsOffered(offer)
          const instalments = counts[seed % counts.length]!
          const { minPrincipal, maxPrincipal } = offer
          const principal = amount(Math.round(minPrincipal + (maxPrincipal - minPrincipal) * at))
          const terms = termsOf(offer, { principal, instalments, disbursedOn: TODAY })
          const { rows, totals } = schedule(terms)
          expect(totals.principal).toBe(principal)
          expect(rows.at(-1)?.balance).toBe(0)
          expect(rows.every((row) => row.total >= 0 && row.interest >= 0)).toBe(true)
          expect(rows.reduce((total, row) => total + row.total, 0)).toBe(totals.total)
          const most = dearest(offer, TODAY)
          expect(effectiveRateOf(terms)).toBeLessThanOrEqual(most.rate + 1)
          if (!Number.isFinite(most.rate) || most.rate > 90_000) return
          const cap = capOf({ effective: rate(most.rate * 10_000), nominal: offer.annualRate })
          expect(offerProduct(offer, [cap], MADE).dearestRate).toBe(most.rate)
          if (most.rate === 0) return
          const tighter = capOf({ effective: rate((most.rate - 1) * 10_000) })
          expect(refusalOf(() => offerProduct(offer, [tighter], MADE))?.type).toBe('above-cap')
        },
      ),
      { numRuns: 200 },
    )
  })
})
