/**
 * What a loan was agreed to be: everything its schedule follows from, and nothing else. Amounts
 * are minor units of the currency; the engine refuses terms that contradict themselves, since a
 * request has been checked and answered in words before it gets here.
 */

import { portion } from '#worker/kernel/money'
import type { Amount, Rounding } from '#worker/kernel/money'
import { compareDates } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { WHOLE } from '#worker/lending/offering/schedules/rate'
import type { Rate } from '#worker/lending/offering/schedules/rate'

export type InterestMethod = 'flat' | 'declining'
/** `weighted` shares the principal by explicit weights: bullet, balloon, harvest seasons. */
export type Amortization = 'equalInstalment' | 'equalPrincipal' | 'weighted'
export type Unit = 'day' | 'week' | 'month'
export type InterestPeriod = 'perInstalment' | 'daily'
/** On which balance interest is borne: that before the instalment, or that before the year's first. */
export type Rest = 'instalment' | 'year'
export type DayCount = '30/360' | 'actual/360' | 'actual/365' | 'actual/actual'

/** What a debt consists of. */
export type Part = 'interest' | 'principal' | 'fees' | 'penalties'

/**
 * What money beyond all that is due does: pay the next instalments as they stand, or only the
 * running one and then principal, after which the instalments become fewer or smaller.
 */
export type EarlyPayment = 'keepPlan' | 'reduceNumber' | 'reduceInstalment'

/** A fixed amount, or a share of the principal that was lent. */
export type Cost = { readonly amount: Amount } | { readonly rate: Rate }

export type Fee = Cost &
  (
    | { readonly kind: 'atDisbursement'; readonly deducted: boolean }
    | { readonly kind: 'perInstalment' }
    | { readonly kind: 'onDate'; readonly on: LocalDate }
  )

/** Due dates that fall on such days move to the next free day; the ones after do not move along. */
export interface DaysOff {
  /** 0 is Sunday. */
  readonly weekdays: readonly number[]
  readonly holidays: readonly LocalDate[]
}

/**
 * A penalty by rule: simple, for each day after the grace, on what is overdue of one instalment
 * (its principal, or all of it but penalties), never more than the cap. It is never compounded.
 */
export interface PenaltyRule {
  /** So many days after the due date bear none. */
  readonly graceDays: number
  /** A day. */
  readonly rate: Rate
  readonly base: 'principal' | 'instalment'
  /** As a share of that base as it was planned: what the penalties of one instalment come to at most. */
  readonly cap: Rate
}

export interface LoanTerms {
  /** Decimals of the currency: 0 for rupiah as they are used, 2 for euro. */
  readonly currencyExponent: number
  readonly principal: Amount
  readonly annualRate: Rate
  readonly interestMethod: InterestMethod
  readonly amortization: Amortization
  readonly instalments: number
  readonly every: number
  readonly unit: Unit
  readonly disbursedOn: LocalDate
  /** Without it the first instalment is due one period after the disbursement. */
  readonly firstDueOn?: LocalDate | undefined
  readonly interestPeriod: InterestPeriod
  /** `year` are annual rests: a year's interest is on the balance with which that year began. */
  readonly rest?: Rest | undefined
  /** Counts only where interest is daily. */
  readonly dayCount: DayCount
  /** So many first instalments pay no principal. */
  readonly graceOnPrincipal: number
  /** So many first instalments pay no interest; the one after them pays it along with its own. */
  readonly graceOnInterestPayment: number
  /** So many first instalments bear no interest at all. */
  readonly interestFreeInstalments: number
  readonly roundInstalmentTo: number
  readonly roundInstalment: Rounding
  readonly rounding: 'halfUp' | 'halfEven'
  readonly fees: readonly Fee[]
  /** One per instalment, where the amortization is weighted. */
  readonly weights?: readonly number[] | undefined
  readonly daysOff?: DaysOff | undefined
  /** In which order a payment covers the parts of one instalment, the oldest instalment first. */
  readonly allocation: readonly Part[]
  readonly earlyPayment: EarlyPayment
  readonly penalty?: PenaltyRule | undefined
  /** What the disbursement hands over, where the principal is drawn in tranches. */
  readonly firstTranche?: Amount | undefined
  /** The day of the month that due dates keep, where the first of them had to be clamped. */
  readonly dueDay?: number | undefined
}

type Changeable =
  | 'annualRate'
  | 'instalments'
  | 'firstDueOn'
  | 'every'
  | 'unit'
  | 'amortization'
  | 'interestMethod'
  | 'graceOnPrincipal'
  | 'graceOnInterestPayment'
  | 'weights'

/** What a reschedule changes; `instalments` are those still to come, and grace counts from them. */
export type NewTerms = Partial<Pick<LoanTerms, Changeable>>

type Needed = 'principal' | 'annualRate' | 'interestMethod' | 'amortization' | 'instalments'
type AgreedTerms = Pick<LoanTerms, Needed | 'disbursedOn'> & Partial<LoanTerms>

/** Terms in full from what was agreed: monthly, whole rupiah, no grace, no fees unless said. */
export function loanTerms(agreed: AgreedTerms): LoanTerms {
  return {
    currencyExponent: 0,
    every: 1,
    unit: 'month',
    firstDueOn: undefined,
    interestPeriod: 'perInstalment',
    rest: undefined,
    dayCount: '30/360',
    graceOnPrincipal: 0,
    graceOnInterestPayment: 0,
    interestFreeInstalments: 0,
    roundInstalmentTo: 1,
    roundInstalment: 'halfUp',
    rounding: 'halfUp',
    fees: [],
    weights: undefined,
    daysOff: undefined,
    allocation: ['interest', 'principal', 'fees', 'penalties'],
    earlyPayment: 'keepPlan',
    ...agreed,
  }
}

/** What the fee comes to, once. */
export function feeAmount(fee: Fee, principal: Amount): Amount {
  return 'amount' in fee ? fee.amount : portion(principal, fee.rate, WHOLE)
}

function isCount(n: number, least: number, most: number): boolean {
  return Number.isInteger(n) && n >= least && n <= most
}

/** Annual rests go with principal that does not follow from the interest. */
function isPlannedByPrincipal({ interestMethod, amortization }: LoanTerms): boolean {
  return interestMethod === 'declining' && amortization !== 'equalInstalment'
}

function mistakeIn(terms: LoanTerms): string | undefined {
  const { instalments, firstDueOn, firstTranche, penalty, weights } = terms
  if (terms.principal < 1) return 'the principal is below one'
  if (!isCount(instalments, 1, Infinity)) return 'there is no instalment'
  if (!isCount(terms.every, 1, Infinity)) return 'the period has no length'
  if (!isCount(terms.graceOnPrincipal, 0, instalments - 1)) return 'no instalment after the grace'
  if (!isCount(terms.graceOnInterestPayment, 0, instalments - 1)) return 'interest is never paid'
  if (!isCount(terms.interestFreeInstalments, 0, instalments)) return 'too many free of interest'
  if (!isCount(terms.roundInstalmentTo, 1, Infinity)) return 'instalments round to no multiple'
  if (firstDueOn !== undefined && compareDates(firstDueOn, terms.disbursedOn) <= 0) {
    return 'the first instalment is not after the disbursement'
  }
  if (terms.rest === 'year' && !isPlannedByPrincipal(terms))
    return 'no level instalment over a year'
  if (firstTranche !== undefined && !isCount(firstTranche, 1, terms.principal)) {
    return 'the first tranche is not a part of the principal'
  }
  if (penalty !== undefined && !isCount(penalty.graceDays, 0, Infinity)) {
    return 'the penalty has no day to begin on'
  }
  if (terms.amortization !== 'weighted') return undefined
  return weights?.length === instalments ? undefined : 'not one weight per instalment'
}

export function assertTerms(terms: LoanTerms): void {
  const mistake = mistakeIn(terms)
  if (mistake !== undefined) throw new RangeError(`terms of a loan: ${mistake}`)
}
