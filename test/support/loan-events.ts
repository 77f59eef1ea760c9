/** Arbitrary histories of a loan for properties: payments, charges, waivers, refunds, reversals. */

import fc from 'fast-check'
import { addDays } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { LoanEvent } from '#worker/lending/loans/events'
import type { LoanTerms } from '#worker/lending/schedules/terms'
import { anyTerms } from '#test/support/loan-terms'

type Unnumbered = LoanEvent extends infer Each
  ? Each extends LoanEvent
    ? Omit<Each, 'seq'>
    : never
  : never

/** Events in the order of writing, numbered from 1. */
export function numbered(...events: Unnumbered[]): LoanEvent[] {
  return events.map((event, index) => ({ ...event, seq: index + 1 }) as LoanEvent)
}

export function repaid(on: string, money: number, settles = false): Unnumbered {
  return { kind: 'repaid', on: on as LocalDate, amount: amount(money), settles }
}

export function disbursed(on: string): Unnumbered {
  return { kind: 'disbursed', on: on as LocalDate }
}

export interface History {
  readonly terms: LoanTerms
  readonly events: readonly LoanEvent[]
  readonly asOf: LocalDate
}

function anyHappening(terms: LoanTerms): fc.Arbitrary<Unnumbered> {
  const on = fc.integer({ min: 0, max: 900 }).map((days) => addDays(terms.disbursedOn, days))
  const most = Math.min(terms.principal * 1.3, 1e13)
  const money = fc
    .oneof(
      fc.integer({ min: 1, max: Math.ceil(most / 20) }),
      fc.integer({ min: 1, max: Math.ceil(most) }),
    )
    .map(amount)
  const small = fc.integer({ min: 1, max: Math.ceil(terms.principal / 10) }).map(amount)
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('repaid' as const),
        on,
        amount: money,
        settles: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('charged' as const),
        on,
        amount: small,
        part: fc.constantFrom('fees' as const, 'penalties' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('waived' as const),
        on,
        amount: small,
        part: fc.constantFrom('interest' as const, 'fees' as const, 'penalties' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('refunded' as const), on, amount: small }),
    },
  )
}

/** A disbursed loan of any terms with up to a dozen events written in any order of value date. */
export function anyHistory(): fc.Arbitrary<History> {
  return anyTerms(12).chain((given) => {
    const rule = fc.constantFrom(
      'keepPlan' as const,
      'reduceNumber' as const,
      'reduceInstalment' as const,
    )
    const order = fc.constantFrom(
      ['interest', 'principal', 'fees', 'penalties'] as const,
      ['penalties', 'fees', 'interest', 'principal'] as const,
    )
    return fc.record({ earlyPayment: rule, allocation: order }).chain((rules) => {
      const terms = { ...given, ...rules }
      return fc.record({
        terms: fc.constant(terms),
        events: fc
          .array(anyHappening(terms), { maxLength: 12 })
          .map((happenings) => numbered(disbursed(terms.disbursedOn), ...happenings)),
        asOf: fc.integer({ min: 0, max: 1000 }).map((days) => addDays(terms.disbursedOn, days)),
      })
    })
  })
}
