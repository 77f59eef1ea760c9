/** Arbitrary histories of a loan for properties: every kind of event, in any order of writing. */

import fc from 'fast-check'
import { addDays } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { rate } from '#worker/lending/offering/schedules/rate'
import type { LoanTerms, NewTerms } from '#worker/lending/offering/schedules/terms'
import { anyTerms } from '#test/support/loan-terms'

export type Unnumbered = LoanEvent extends infer Each
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

const anyChannel = fc.constantFrom('bank' as const, 'cash' as const, 'payout' as const)

/** New terms for a loan, with the first of the new instalments on a later day or as it was. */
function anyNewTerms(on: LocalDate): fc.Arbitrary<NewTerms> {
  const method = fc.constantFrom('flat' as const, 'declining' as const)
  const shape = fc.constantFrom('equalInstalment' as const, 'equalPrincipal' as const)
  return fc.record(
    {
      annualRate: fc.integer({ min: 0, max: 40_000_000 }).map(rate),
      instalments: fc.integer({ min: 1, max: 18 }),
      firstDueOn: fc.integer({ min: 1, max: 120 }).map((days) => addDays(on, days)),
      every: fc.integer({ min: 1, max: 12 }),
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      amortization: shape,
      interestMethod: method,
      graceOnPrincipal: fc.integer({ min: 0, max: 3 }),
      graceOnInterestPayment: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: [] },
  )
}

export function anyHappening(terms: LoanTerms): fc.Arbitrary<Unnumbered> {
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
        channel: anyChannel,
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
    { weight: 3, arbitrary: anyTurn(on, small, money) },
  )
}

/** What turns a loan into another one. */
function anyTurn(
  on: fc.Arbitrary<LocalDate>,
  small: fc.Arbitrary<Amount>,
  money: fc.Arbitrary<Amount>,
): fc.Arbitrary<Unnumbered> {
  return fc.oneof(
    fc.record({ kind: fc.constant('drawn' as const), on, amount: small, channel: anyChannel }),
    on.chain((day) =>
      fc.record({
        kind: fc.constant('rescheduled' as const),
        on: fc.constant(day),
        terms: anyNewTerms(day),
      }),
    ),
    on.chain((day) =>
      fc.record({
        kind: fc.constant('paused' as const),
        on: fc.constant(day),
        until: fc.integer({ min: 1, max: 200 }).map((days) => addDays(day, days)),
        interest: fc.constantFrom('none' as const, 'runs' as const),
      }),
    ),
    fc.record({ kind: fc.constant('discounted' as const), on, amount: money }),
    fc.record({ kind: fc.constant('writtenOff' as const), on }),
    fc.record({ kind: fc.constant('recovered' as const), on, amount: money, channel: anyChannel }),
  )
}

export const anyPenalty = fc.option(
  fc.record({
    graceDays: fc.integer({ min: 0, max: 10 }),
    rate: fc.integer({ min: 1, max: 1_000_000 }).map(rate),
    base: fc.constantFrom('principal' as const, 'instalment' as const),
    cap: fc.integer({ min: 0, max: 100_000_000 }).map(rate),
  }),
  { nil: undefined },
)

function oneIn(n: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 1, max: n }).map((each) => each === 1)
}

/** All that happened and then the reversals; nothing is drawn once a loan has been written off. */
function written(
  terms: LoanTerms,
  all: readonly { happening: Unnumbered; isUndone: boolean }[],
): LoanEvent[] {
  const lost = all.flatMap(({ happening: { kind, on } }) => (kind === 'writtenOff' ? [on] : []))
  const possible = all.filter(
    ({ happening: { kind, on } }) => kind !== 'drawn' || lost.every((day) => on < day),
  )
  const events = numbered(
    disbursed(terms.disbursedOn),
    ...possible.map(({ happening }) => happening),
  )
  const undone = events.filter((_, index) => possible[index - 1]?.isUndone === true)
  const reversals = undone.map(({ seq, on }, index) => ({
    kind: 'reversed' as const,
    seq: events.length + index + 1,
    on,
    reverses: seq,
  }))
  return [...events, ...reversals]
}

/** Any terms, with any rule of paying early, of penalties and of tranches. */
export function anyRules(mostInstalments: number): fc.Arbitrary<LoanTerms> {
  return anyTerms(mostInstalments).chain((given) =>
    fc
      .record({
        earlyPayment: fc.constantFrom(
          'keepPlan' as const,
          'reduceNumber' as const,
          'reduceInstalment' as const,
        ),
        allocation: fc.constantFrom(
          ['interest', 'principal', 'fees', 'penalties'] as const,
          ['penalties', 'fees', 'interest', 'principal'] as const,
        ),
        penalty: anyPenalty,
        firstTranche: fc.option(fc.integer({ min: 1, max: given.principal }).map(amount), {
          nil: undefined,
        }),
      })
      .map((rules) => ({ ...given, ...rules })),
  )
}

/** A disbursed loan of any terms with up to a dozen events written in any order of value date. */
export function anyHistory(): fc.Arbitrary<History> {
  return anyRules(12).chain((terms) =>
    fc.record({
      terms: fc.constant(terms),
      events: fc
        .array(fc.record({ happening: anyHappening(terms), isUndone: oneIn(8) }), { maxLength: 12 })
        .map((happenings) => written(terms, happenings)),
      asOf: fc.integer({ min: 0, max: 1000 }).map((days) => addDays(terms.disbursedOn, days)),
    }),
  )
}
