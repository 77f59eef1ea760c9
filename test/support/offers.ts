/** Arbitrary offers as an owner could ask for them, most of them sound. */
import fc from 'fast-check'
import type { InferInput } from 'valibot'
import type { LoanProductRequest } from '#worker/lending/offering/loan-products/requests'

type Asked = InferInput<typeof LoanProductRequest>

/** 12 % declining, monthly, between Rp 500.000 and Rp 20.000.000. */
export const PLAIN = {
  name: 'Modal kerja 12 % menurun',
  description: 'Untuk bahan dan alat kerja.',
  annualRate: 12,
  interestMethod: 'declining',
  amortization: 'equalInstalment',
  minPrincipal: 500_000,
  maxPrincipal: 20_000_000,
  minInstalments: 3,
  maxInstalments: 24,
  roundInstalmentTo: 100,
} satisfies Asked

const anyFee = fc.oneof(
  fc.record({
    name: fc.constant('Biaya'),
    kind: fc.constantFrom('atDisbursement' as const, 'perInstalment' as const),
    percent: fc.constantFrom(0.1, 0.5, 1),
  }),
  fc.record({
    name: fc.constant('Survei'),
    kind: fc.constant('afterDays' as const),
    amount: fc.integer({ min: 1, max: 20_000 }),
    days: fc.integer({ min: 0, max: 400 }),
  }),
)

const anyShape = fc.oneof(
  fc.record({
    amortization: fc.constantFrom('equalInstalment' as const, 'equalPrincipal' as const),
    interestMethod: fc.constantFrom('flat' as const, 'declining' as const),
    graceOnPrincipal: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    amortization: fc.constant('bullet' as const),
    interestMethod: fc.constantFrom('flat' as const, 'declining' as const),
  }),
  fc.record({
    amortization: fc.constant('weighted' as const),
    interestMethod: fc.constant('declining' as const),
    weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    amortization: fc.constant('equalPrincipal' as const),
    interestMethod: fc.constant('declining' as const),
    rest: fc.constant('year' as const),
  }),
)

export const anyOffer: fc.Arbitrary<Asked> = fc
  .record({
    shape: anyShape,
    annualRate: fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
    rhythm: fc.constantFrom(
      { every: 1, unit: 'day' as const },
      { every: 1, unit: 'week' as const },
      { every: 2, unit: 'week' as const },
      { every: 35, unit: 'day' as const },
      { every: 1, unit: 'month' as const },
      { every: 3, unit: 'month' as const },
    ),
    interestPeriod: fc.constantFrom('perInstalment' as const, 'perInstalment', 'daily'),
    dayCount: fc.constantFrom('30/360' as const, 'actual/365' as const, 'actual/actual' as const),
    minPrincipal: fc.integer({ min: 100_000, max: 5_000_000 }),
    more: fc.integer({ min: 0, max: 50_000_000 }),
    minInstalments: fc.integer({ min: 4, max: 20 }),
    moreInstalments: fc.integer({ min: 0, max: 12 }),
    graceOnInterestPayment: fc.integer({ min: 0, max: 3 }),
    interestFreeInstalments: fc.integer({ min: 0, max: 3 }),
    roundInstalmentTo: fc.constantFrom(1, 100, 500, 1000),
    roundInstalment: fc.constantFrom('up' as const, 'down' as const, 'halfUp' as const),
    fees: fc.array(anyFee, { maxLength: 2 }),
  })
  .map(({ shape, rhythm, more, moreInstalments, ...said }) => ({
    name: 'Pinjaman',
    description: 'Untuk usaha.',
    ...said,
    ...shape,
    ...rhythm,
    maxPrincipal: said.minPrincipal + more,
    maxInstalments: said.minInstalments + moreInstalments,
  }))
