/**
 * A loan planned anew from a day: the principal that is left, over the instalments still to come,
 * on the new terms. Interest, fees and penalties owed until then are due with the first new
 * instalment as they are, each by its part; nothing of them becomes principal. Interest and fees
 * paid ahead lighten the new instalments, oldest first. Where interest is per instalment the first
 * new period bears it by its days, so that a day is neither charged twice nor given away.
 */

import { ZERO, add, subtract, sum } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  collectedLater,
  isSettled,
  outstanding,
  planned,
  withoutNegative,
} from '#worker/lending/servicing/loans/account'
import type { Account, Instalment } from '#worker/lending/servicing/loans/account'
import type { Conceded } from '#worker/lending/servicing/loans/concessions'
import type { Rescheduled } from '#worker/lending/servicing/loans/events'
import { NOTHING, addParts, only } from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { payoffOf } from '#worker/lending/servicing/loans/payoff'
import { hasHistory, lightened, runningOn } from '#worker/lending/servicing/loans/replan'
import {
  dueDates,
  dueDayOf,
  periodBefore,
  unitsAfter,
} from '#worker/lending/offering/schedules/due-dates'
import { periodRates } from '#worker/lending/offering/schedules/interest'
import type { PeriodRates } from '#worker/lending/offering/schedules/interest'
import { planOf, plannedRows } from '#worker/lending/offering/schedules/schedule'
import type { Plan } from '#worker/lending/offering/schedules/schedule'
import { feeAmount } from '#worker/lending/offering/schedules/terms'
import type { Fee, LoanTerms, NewTerms } from '#worker/lending/offering/schedules/terms'

/** Of the fees agreed: those still to come, as the amounts they were agreed to be. */
function feesToCome(account: Account, on: LocalDate): Fee[] {
  const { terms, dates } = account.plan
  const isToCome = (fee: Fee): boolean => {
    if (fee.kind === 'perInstalment') return true
    if (fee.kind === 'atDisbursement') return false
    return (dates.dueOn.find((date) => date >= fee.on) ?? on) > on
  }
  return terms.fees
    .filter(isToCome)
    .map((fee) => ({ ...fee, amount: feeAmount(fee, terms.principal) }))
}

function weightsFor(terms: LoanTerms, changes: NewTerms, toCome: number, instalments: number) {
  if (changes.weights !== undefined || terms.weights === undefined) return changes.weights
  const left = terms.weights.slice(-Math.max(toCome, 1))
  const padded = [...new Array<number>(instalments).fill(0), ...left]
  return padded.slice(-instalments)
}

/** Annual rests go only with principal that does not follow from the interest. */
function restOf({ rest, interestMethod, amortization }: LoanTerms) {
  return interestMethod === 'declining' && amortization !== 'equalInstalment' ? rest : undefined
}

/** The terms of the new plan: what is not changed stays, but for grace, which has been had. */
export function newTermsOf(account: Account, { on, terms: changes }: Rescheduled): LoanTerms {
  const { terms } = account.plan
  const running = runningOn(account, on)
  const toCome = account.instalments.filter((each) => each.dueOn > on).length
  const instalments = changes.instalments ?? Math.max(1, toCome)
  const { every = terms.every, unit = terms.unit } = changes
  const isSameRhythm = every === terms.every && unit === terms.unit
  const next = isSameRhythm ? running?.dueOn : undefined
  const dueDay = changes.firstDueOn === undefined && isSameRhythm ? dueDayOf(terms) : undefined
  return {
    ...terms,
    ...changes,
    graceOnPrincipal: Math.min(changes.graceOnPrincipal ?? 0, instalments - 1),
    graceOnInterestPayment: Math.min(changes.graceOnInterestPayment ?? 0, instalments - 1),
    weights: weightsFor(terms, changes, toCome, instalments),
    instalments,
    interestFreeInstalments: 0,
    principal: outstanding(account.instalments).principal,
    firstTranche: undefined,
    disbursedOn: on,
    firstDueOn: changes.firstDueOn ?? next ?? unitsAfter(on, every, { unit, every }),
    dueDay,
    rest: restOf({ ...terms, ...changes }),
    fees: feesToCome(account, on),
  }
}

function byDays(rates: PeriodRates, terms: LoanTerms): PeriodRates {
  const { firstDueOn, disbursedOn } = terms
  if (terms.interestPeriod === 'daily' || firstDueOn === undefined) return rates
  const regular = daysBetween(periodBefore(firstDueOn, terms), firstDueOn)
  const days = daysBetween(disbursedOn, firstDueOn)
  if (days === regular) return rates
  const numerators = rates.numerators.map((each, index) => each * (index === 0 ? days : regular))
  return { ...rates, numerators, denominator: rates.denominator * regular }
}

export function newPlan(terms: LoanTerms): Plan {
  const dates = dueDates(terms)
  const rates = byDays(periodRates(terms, dates), terms)
  return planOf(terms, undefined, { dates, rates })
}

/** What was owed before principal, with interest counted to the day; and what was paid ahead of it. */
export function carriedOver(account: Account, on: LocalDate): { owed: Parts; ahead: Parts } {
  const payoff = payoffOf(account, on)
  const accrued = add(payoff.running?.interest ?? ZERO, payoff.waiting)
  const later = account.instalments.filter((each) => each.dueOn > on)
  const feesAhead = later.map(({ paid, waived, charged }) =>
    withoutNegative(subtract(addParts(paid, waived).fees, charged.fees)),
  )
  const interest = withoutNegative(subtract(payoff.paidAhead, accrued))
  return {
    owed: { ...payoff.parts, principal: ZERO },
    ahead: { ...NOTHING, interest, fees: sum(feesAhead) },
  }
}

/** An instalment of the plan before: what was paid stands, and nothing more is asked of it. */
function ended(each: Instalment, on: LocalDate): Instalment {
  const { paid, waived, lost } = each
  return {
    ...each,
    dueOn: each.dueOn > on ? on : each.dueOn,
    planned: addParts(addParts(paid, waived), lost),
    charged: NOTHING,
    penalized: ZERO,
    late: [],
    endedOn: isSettled(each) ? undefined : on,
  }
}

function firstCarries(instalments: readonly Instalment[], charge: Parts): Instalment[] {
  return instalments.map((each, index) =>
    index === 0 ? { ...each, charged: addParts(each.charged, charge) } : each,
  )
}

/** The account after it, with what was planned anew and what was carried over. */
export function rescheduled(account: Account, event: Rescheduled): Conceded {
  const { on } = event
  const plan = newPlan(newTermsOf(account, event))
  const carried = carriedOver(account, on)
  const isKept = (each: Instalment) => each.dueOn <= on || hasHistory(each)
  const past = account.instalments.filter(isKept).map((each) => ended(each, on))
  const all = [...account.past, ...past]
  const at = { plan, offset: all.at(-1)?.n ?? 0 }
  const balance: Amount = plan.terms.principal
  const rows = plannedRows(plan, { first: 0, balance }).map((row) => planned(row, at))
  const collected = collectedLater(rows, at)
  const instalments = firstCarries(lightened(collected, carried.ahead), carried.owed)
  const after = { ...account, ...at, past: all, instalments, rescheduledOn: on }
  return [after, addParts(carried.owed, only('principal', balance))]
}
