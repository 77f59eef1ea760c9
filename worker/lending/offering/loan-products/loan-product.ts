/**
 * A loan product is an offer that a lender makes: price, limits, the shape of the schedule and what happens
 * around it. Each change makes a new version; applications and loans keep the version they were signed
 * with, so an offer is kept whole. Rates are millionths of a percent; amounts whole rupiah.
 */
import { addDays, type LocalDate } from '#worker/kernel/calendar'
import type { Amount, Rounding } from '#worker/kernel/money'
import type { Programme } from '#worker/lending/offering/rate-caps/programmes'
import { effectiveAnnualRate } from '#worker/lending/offering/schedules/effective-rate'
import type { Rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import {
  loanTerms,
  type Cost,
  type DayCount,
  type EarlyPayment,
  type Fee,
  type InterestMethod,
  type InterestPeriod,
  type LoanTerms,
  type Part,
  type PenaltyRule,
  type Rest,
  type Unit,
} from '#worker/lending/offering/schedules/terms'

/** Who may borrow. */
export type Audience = 'person' | 'group' | 'enterprise' | 'any'

/** `weighted` shares the principal by seasons; with `bullet` all of it comes with the last instalment. */
export type OfferedAmortization = 'equalInstalment' | 'equalPrincipal' | 'weighted' | 'bullet'

/** A fee with the name that stands in the agreement. */
export type OfferedFee = Cost & { readonly name: string } & (
    | { readonly kind: 'atDisbursement'; readonly deducted: boolean }
    | { readonly kind: 'perInstalment' }
    /** So many days after the disbursement. */
    | { readonly kind: 'afterDays'; readonly days: number }
  )

export type Offer = {
  name: string
  description: string
  audience: Audience
  /** The programme whose ceiling binds it besides the lender's own; '' for none. */
  programme: Programme | ''
  annualRate: Rate
  interestMethod: InterestMethod
  amortization: OfferedAmortization
  /** The seasons of a weighted amortization, repeated over the term; otherwise empty. */
  weights: readonly number[]
  every: number
  unit: Unit
  interestPeriod: InterestPeriod
  dayCount: DayCount
  rest: Rest
  minPrincipal: Amount
  maxPrincipal: Amount
  minInstalments: number
  maxInstalments: number
  graceOnPrincipal: number
  graceOnInterestPayment: number
  interestFreeInstalments: number
  roundInstalmentTo: number
  roundInstalment: Rounding
  fees: readonly OfferedFee[]
  penalty: PenaltyRule | null
  /** Days on which nothing falls due; 0 is Sunday. `holidays` are those on the lender's list. */
  daysOff: { readonly weekdays: readonly number[]; readonly holidays: boolean }
  allocation: readonly Part[]
  earlyPayment: EarlyPayment
  /** When interest counts as income: once it is paid, or day by day. */
  basis: 'cash' | 'accrual'
  /** The share of each payout of sales that goes to the current instalment, unless agreed otherwise. */
  payoutShare: Rate
}

export type LoanProduct = Offer & {
  id: string
  lenderId: string
  /** The highest effective rate of its loans, in hundredths of a percent a year. */
  dearestRate: number
  status: 'offered' | 'retired'
  createdAt: number
  /** The number of its last event; an offer is known by that of the event that made it. */
  version: number
  /** Days of the lender's list on which nothing falls due. */
  holidays: readonly LocalDate[]
}

/** The holidays of the lender stand beside its offers. */
export type Offered = Offer & { holidays?: readonly LocalDate[] }

/** One loan of a product. */
export type Wanted = { principal: Amount; instalments: number; disbursedOn: LocalDate }

function feeOf({ name: _, ...fee }: OfferedFee, disbursedOn: LocalDate): Fee {
  if (fee.kind !== 'afterDays') return fee
  const { days, kind: __, ...cost } = fee
  return { ...cost, kind: 'onDate', on: addDays(disbursedOn, days) }
}

/** The amortization in the engine's terms, whose weights are one per instalment. */
function principalOf({ amortization, weights }: Offer, instalments: number) {
  if (amortization === 'equalInstalment' || amortization === 'equalPrincipal') {
    return { amortization, weights: undefined }
  }
  const share = (at: number) =>
    amortization === 'bullet' ? Number(at === instalments - 1) : (weights[at % weights.length] ?? 0)
  const each = Array.from({ length: instalments }, (_, at) => share(at))
  return { amortization: 'weighted' as const, weights: each }
}

function daysOffOf({ daysOff, holidays = [] }: Offered, from: LocalDate) {
  const listed = daysOff.holidays ? holidays.filter((day) => day >= from) : []
  if (daysOff.weekdays.length === 0 && listed.length === 0) return undefined
  return { weekdays: daysOff.weekdays, holidays: listed }
}

/** The terms of one loan of the product. */
export function termsOf(offer: Offered, loan: Wanted): LoanTerms {
  const last = loan.instalments - 1
  return loanTerms({
    ...loan,
    ...principalOf(offer, loan.instalments),
    annualRate: offer.annualRate,
    interestMethod: offer.interestMethod,
    every: offer.every,
    unit: offer.unit,
    interestPeriod: offer.interestPeriod,
    dayCount: offer.dayCount,
    rest: offer.rest,
    graceOnPrincipal: Math.min(offer.graceOnPrincipal, last),
    graceOnInterestPayment: Math.min(offer.graceOnInterestPayment, last),
    interestFreeInstalments: Math.min(offer.interestFreeInstalments, loan.instalments),
    roundInstalmentTo: offer.roundInstalmentTo,
    roundInstalment: offer.roundInstalment,
    fees: offer.fees.map((fee) => feeOf(fee, loan.disbursedOn)),
    daysOff: daysOffOf(offer, loan.disbursedOn),
    allocation: offer.allocation,
    earlyPayment: offer.earlyPayment,
    penalty: offer.penalty ?? undefined,
  })
}

/** The effective yearly rate in hundredths of a percent; without end where fees leave nothing. */
export function effectiveRateOf(terms: LoanTerms): number {
  const percent = effectiveAnnualRate(terms, schedule(terms))
  return percent === undefined ? Number.POSITIVE_INFINITY : Math.round(percent * 100)
}
