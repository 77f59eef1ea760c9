/**
 * How a loan that ran elsewhere begins here. Its terms are replayed with what was paid; where the old
 * books say otherwise, each figure that differs is named, to the rupiah. Whoever accepts takes the old
 * books' word: principal, interest in arrears and penalties become theirs; what falls due next follows
 * the terms. Interest paid ahead stays where the payments put it.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, subtract, sum, type Amount } from '#worker/kernel/money'
import {
  effectiveRateOf,
  termsOf,
  type LoanProduct,
} from '#worker/lending/offering/loan-products/loan-product'
import type { WantedLoan } from '#worker/lending/moving-in/loan-imports/wanted'
import { accruedInterest } from '#worker/lending/servicing/loans/accrued-interest'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { project, type Projection } from '#worker/lending/servicing/loans/projection'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export const FIGURES = ['principal', 'principalArrears', 'interestArrears', 'penalties'] as const
export type Figure = (typeof FIGURES)[number]
export type Figures = Readonly<Record<Figure, Amount>>
export type Difference = { figure: Figure; ours: Amount; theirs: Amount }

export type Opening = {
  terms: LoanTerms
  effectiveRate: number
  /** What happened before it came, and how it stands where the old books' word is taken. */
  events: readonly LoanEvent[]
  /** What the terms and the payments make of it, and what it is once it has come. */
  ours: Figures
  figures: Figures
  differences: readonly Difference[]
}

/** The terms of the product, but for what the sheet says of this loan. */
export function termsWanted(wanted: WantedLoan, product: LoanProduct): LoanTerms {
  const { annualRate, interestMethod, amortization, every, unit, firstDueOn } = wanted
  const said = { annualRate, interestMethod, amortization, every, unit }
  const told = Object.fromEntries(Object.entries(said).filter(([, each]) => each !== undefined))
  const { principal, instalments, disbursedOn } = wanted
  const terms = termsOf({ ...product, ...told }, { principal, instalments, disbursedOn })
  return firstDueOn ? { ...terms, firstDueOn } : terms
}

/** What is owed and was due before the day, and what is owed in all. */
function figuresOf({ instalments, outstanding }: Projection, asOf: LocalDate): Figures {
  const late = instalments.filter((one) => one.dueOn < asOf)
  return {
    principal: outstanding.principal,
    principalArrears: sum(late.map((one) => one.owed.principal)),
    interestArrears: sum(late.map((one) => one.owed.interest)),
    penalties: outstanding.penalties,
  }
}

function happened({ disbursedOn, payments }: WantedLoan): LoanEvent[] {
  const channel = 'opening' as const
  return [
    { kind: 'disbursed', seq: 1, on: disbursedOn, channel },
    ...payments.map(({ on, amount }, i): LoanEvent => {
      return { kind: 'repaid', seq: i + 2, on, amount, channel }
    }),
  ]
}

type Standing = { wanted: WantedLoan; before: Projection; asOf: LocalDate }

/** Without payments to replay, what the sheet says was paid; what was not due yet was not paid. */
function owedByTotals({ wanted, before, asOf }: Standing): Parts {
  const { principal, left, principalPaid, interestPaid, interestArrears, penalties } = wanted
  const due = before.instalments.filter((one) => one.dueOn < asOf)
  const wasDue = sum(due.map((one) => one.asked.interest))
  const paid = interestPaid ?? atLeastNothing(subtract(wasDue, interestArrears ?? ZERO))
  const feesDue = sum(due.map((one) => one.asked.fees))
  return {
    principal:
      principalPaid === undefined ? left : atLeastNothing(subtract(principal, principalPaid)),
    interest: atLeastNothing(subtract(before.outstanding.interest, paid)),
    fees: subtract(before.outstanding.fees, feesDue),
    penalties: penalties ?? ZERO,
  }
}

const atLeastNothing = (a: Amount): Amount => (a < 0 ? ZERO : a)

/** Where the loan stands as the old books have it; what they do not say stays as it was reckoned. */
function owedByTheirs(owed: Parts, ours: Figures, wanted: WantedLoan): Parts {
  const { left, interestArrears = ours.interestArrears, penalties = ours.penalties } = wanted
  const more = subtract(interestArrears, ours.interestArrears)
  return {
    ...owed,
    principal: left,
    interest: atLeastNothing(sum([owed.interest, more])),
    penalties,
  }
}

function differencesOf(ours: Figures, wanted: WantedLoan): Difference[] {
  const { left: principal, principalArrears, interestArrears, penalties } = wanted
  const theirs = { principal, principalArrears, interestArrears, penalties }
  return FIGURES.flatMap((figure) => {
    const said = theirs[figure]
    return said === undefined || said === ours[figure]
      ? []
      : [{ figure, ours: ours[figure], theirs: said }]
  })
}

type Facts = { asOf: LocalDate; basis: 'cash' | 'accrual' }

/** Throws RangeError for terms that contradict themselves. */
export function openingOf(wanted: WantedLoan, product: LoanProduct, facts: Facts): Opening {
  const { asOf, basis } = facts
  const terms = termsWanted(wanted, product)
  const past = happened(wanted)
  const before = project(terms, past, asOf)
  const standing = { wanted, before, asOf }
  const owed = wanted.payments.length > 0 ? before.outstanding : owedByTotals(standing)
  const movedIn = { kind: 'movedIn', seq: past.length + 1, on: asOf, channel: 'opening' } as const
  const ours = figuresOf(project(terms, [...past, { ...movedIn, owed }], asOf), asOf)
  const theirs = { ...movedIn, owed: owedByTheirs(owed, ours, wanted) }
  const events = [...past, theirs]
  return {
    terms,
    effectiveRate: effectiveRateOf(terms),
    events:
      basis === 'cash' ? events : [...past, { ...theirs, ...earnedBefore(terms, events, asOf) }],
    ours,
    figures: figuresOf(project(terms, events, asOf), asOf),
    differences: differencesOf(ours, wanted),
  }
}

/** Interest that was income in the old books and is still to come, or came before it was earned. */
function earnedBefore(terms: LoanTerms, events: readonly LoanEvent[], asOf: LocalDate) {
  const { receivable, unearned } = accruedInterest(terms, events, asOf)
  return { earned: subtract(receivable, unearned) }
}
