/**
 * What may be done to a running loan that is in trouble, and what it comes to: one event of the engine.
 * A new plan never bears a higher rate than the one in force, so that nobody in need is made to pay for
 * it. Rates are millionths of a percent, amounts whole rupiah.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import {
  fitted,
  refuseTooDear,
  type WantedTerms,
} from '#worker/lending/changing/loan-changes/new-plan'
import { outside, type Given, type LoanChange } from '#worker/lending/servicing/loans/change'
import { inForce } from '#worker/lending/servicing/loans/events'
import * as servicing from '#worker/lending/servicing/loans/servicing'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import type { Rate } from '#worker/lending/offering/schedules/rate'

export const MEASURES = [
  'reschedule',
  'pause',
  'waiver',
  'charge',
  'discount',
  'write-off',
] as const

export type Measure =
  | { kind: 'reschedule'; terms: WantedTerms }
  | { kind: 'pause'; until: LocalDate; interest: 'none' | 'runs' }
  | { kind: 'waiver'; part: 'interest' | 'fees' | 'penalties'; amount: Amount }
  | { kind: 'charge'; part: 'fees' | 'penalties'; amount: Amount }
  | { kind: 'discount'; amount: Amount }
  | { kind: 'write-off' }

/** Why: the loan itself, or that the borrower died or her enterprise closed. */
export const OCCASIONS = ['loan', 'death', 'closure'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** What remains to be chosen where a borrower died or her enterprise closed. */
const AT_AN_END: readonly Measure['kind'][] = ['reschedule', 'discount', 'write-off']

export function refuseUnfit(measure: Measure, occasion: Occasion): void {
  refuseUnless(
    occasion === 'loan' || AT_AN_END.includes(measure.kind),
    'illegal-transition',
    'After a death or a closure: a new plan, a settlement at a discount, or a write-off.',
  )
}

/** The rate that the plan of today bears. */
export function rateInForce({ loan, events, today }: Given): Rate {
  const changes = inForce(events, today).flatMap((event) =>
    event.kind === 'rescheduled' && event.terms.annualRate !== undefined
      ? [event.terms.annualRate]
      : [],
  )
  return changes.at(-1) ?? loan.terms.annualRate
}

/** The measure as it would be carried out: the size of an instalment becomes their number. */
export function settled(given: Given, measure: Measure): Measure {
  if (measure.kind !== 'reschedule') return measure
  return { ...measure, terms: fitted(given, measure.terms) }
}

/** The loan with the measure carried out today; a new plan keeps within the ceilings on price. */
export function carryOut(given: Given, measure: Measure, caps: readonly RateCap[]): LoanChange {
  if (measure.kind === 'reschedule') {
    const { instalment: _, ...terms } = measure.terms
    const { annualRate } = terms
    if (annualRate !== undefined && annualRate > rateInForce(given)) {
      const detail = sentence(
        'Tidak lebih tinggi dari jasa sekarang.',
        'Not above the rate of today.',
      )
      throw outside('/measure/terms/annualRate', detail)
    }
    const change = servicing.reschedule(given, { terms })
    refuseTooDear(given, terms, caps)
    return change
  }
  if (measure.kind === 'pause') return servicing.pause(given, measure)
  if (measure.kind === 'waiver') return servicing.waive(given, measure)
  if (measure.kind === 'charge') return servicing.charge(given, measure)
  if (measure.kind === 'discount') return servicing.discount(given, measure)
  return servicing.writeOff(given)
}
