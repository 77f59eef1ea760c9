/** Arbitrary terms of loans for properties: every setting, within what a lender could mean. */

import fc from 'fast-check'
import { addDays, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Amount, Rounding } from '#worker/kernel/money'
import { isCountable } from '#worker/lending/offering/quotes/bounds'
import { rate } from '#worker/lending/offering/schedules/rate'
import { loanTerms } from '#worker/lending/offering/schedules/terms'
import type { DayCount, Fee, LoanTerms } from '#worker/lending/offering/schedules/terms'

const FROM = localDate('2023-01-01')

const anyPrincipal = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 500_000, max: 50_000_000 }),
  fc.integer({ min: 1, max: 1e12 }),
)

const anyRate = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 240 }).map((tenths) => tenths * 100_000),
  fc.integer({ min: 0, max: 1_000_000_000 }),
)

function anyFee(principal: number): fc.Arbitrary<Fee> {
  const cost = fc.oneof(
    fc.integer({ min: 0, max: Math.ceil(principal / 20) }).map((n) => ({ amount: amount(n) })),
    fc.integer({ min: 0, max: 5_000_000 }).map((n) => ({ rate: rate(n) })),
  )
  return fc.oneof(
    cost.map((c) => ({ ...c, kind: 'atDisbursement' as const, deducted: true })),
    cost.map((c) => ({ ...c, kind: 'perInstalment' as const })),
    fc
      .tuple(cost, fc.integer({ min: 0, max: 900 }))
      .map(([c, day]) => ({ ...c, kind: 'onDate' as const, on: addDays(FROM, day) })),
  )
}

function weightsFor(instalments: number) {
  const weight = fc.integer({ min: 0, max: 10 })
  return fc
    .array(weight, { minLength: instalments, maxLength: instalments })
    .map((weights) => [...weights.slice(0, -1), 1])
}

export function anyTerms(mostInstalments = 40): fc.Arbitrary<LoanTerms> {
  return fc
    .record({ principal: anyPrincipal, instalments: fc.integer({ min: 1, max: mostInstalments }) })
    .chain(({ principal, instalments }) =>
      fc.record({
        currencyExponent: fc.constantFrom(0, 2),
        principal: fc.constant(amount(principal) as Amount),
        annualRate: anyRate.map(rate),
        interestMethod: fc.constantFrom('flat' as const, 'declining' as const),
        amortization: fc.constantFrom('equalInstalment', 'equalPrincipal', 'weighted'),
        instalments: fc.constant(instalments),
        every: fc.integer({ min: 1, max: 35 }),
        unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        disbursedOn: fc.integer({ min: 0, max: 900 }).map((day) => addDays(FROM, day)),
        firstDueIn: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
        interestPeriod: fc.constantFrom('perInstalment' as const, 'daily' as const),
        dayCount: fc.constantFrom<DayCount>('30/360', 'actual/360', 'actual/365', 'actual/actual'),
        graceOnPrincipal: fc.integer({ min: 0, max: Math.min(6, instalments - 1) }),
        graceOnInterestPayment: fc.integer({ min: 0, max: Math.min(6, instalments - 1) }),
        interestFreeInstalments: fc.integer({ min: 0, max: Math.min(6, instalments) }),
        roundInstalmentTo: fc.constantFrom(1, 1, 1, 100, 500, 1000),
        roundInstalment: fc.constantFrom<Rounding>('halfUp', 'halfEven', 'up', 'down'),
        rounding: fc.constantFrom('halfUp' as const, 'halfEven' as const),
        fees: fc.array(anyFee(principal), { maxLength: 3 }),
        weights: weightsFor(instalments),
      }),
    )
    .map(({ firstDueIn, ...terms }) =>
      loanTerms({
        ...terms,
        amortization: terms.amortization as LoanTerms['amortization'],
        firstDueOn: firstDueIn === undefined ? undefined : addDays(terms.disbursedOn, firstDueIn),
      }),
    )
    .filter(isCountable)
}

/** A plain loan of twelve months at 6 %, but for what is said. */
export function termsOf(said: Partial<Omit<LoanTerms, 'principal' | 'annualRate'>> & Plain = {}) {
  const { principal = 20_000_000, percent = 6, ...rest } = said
  return loanTerms({
    interestMethod: 'declining',
    amortization: 'equalInstalment',
    instalments: 12,
    disbursedOn: localDate('2026-01-15'),
    ...rest,
    principal: amount(principal),
    annualRate: rate(Math.round(percent * 1_000_000)),
  })
}

interface Plain {
  principal?: number
  percent?: number
}
