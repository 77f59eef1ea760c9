/**
 * Instalments to come planned again because the principal in them changed: less of it by an early
 * payment, more by a further tranche. The running period keeps its interest but for what the
 * change saves or adds over the days left: round(change × period rate × days left / days). Flat
 * interest saves nothing until instalments fall away. What is saved of interest that has already
 * been paid lightens the instalments after it.
 */

import { ZERO, add, amount, divideRounded, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  collectedLater,
  least,
  outstanding,
  owed,
  placeOf,
  planned,
} from '#worker/lending/servicing/loans/account'
import type { Account, Instalment } from '#worker/lending/servicing/loans/account'
import {
  NOTHING,
  PARTS,
  addParts,
  only,
  subtractParts,
  totalOf,
} from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { passed } from '#worker/lending/servicing/loans/payoff'
import type { Start } from '#worker/lending/offering/schedules/amortization'
import { planOf, plannedRows } from '#worker/lending/offering/schedules/schedule'
import type { Plan, ScheduleRow } from '#worker/lending/offering/schedules/schedule'

export function hasHistory({ paid, charged, waived, lost }: Instalment): boolean {
  const isCharged = PARTS.some((part) => charged[part] > 0)
  return isCharged || totalOf(addParts(paid, addParts(waived, lost))) > 0
}

export function runningOn({ instalments }: Account, on: LocalDate): Instalment | undefined {
  return instalments.find((each) => each.dueOn > on)
}

/** A rate, exactly. */
interface Share {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** What principal bears over what is left of the running period. */
function rateOfRest(account: Account, running: Instalment, on: LocalDate): Share {
  const { terms, rates } = account.plan
  const [elapsed, period] = passed(terms, running, on)
  const rate = BigInt(rates.numerators[placeOf(running, account) - 1] ?? 0)
  const numerator = rate * BigInt(period - elapsed)
  return { numerator, denominator: BigInt(rates.denominator) * BigInt(Math.max(period, 1)) }
}

function interestOfRest(account: Account, running: Instalment, change: Amount, on: LocalDate) {
  const { numerator, denominator } = rateOfRest(account, running, on)
  const exact = BigInt(change) * numerator
  return amount(Number(divideRounded(exact, denominator, account.plan.terms.rounding)))
}

/** Interest that principal saves when it is paid on the day; flat interest stays what it was. */
export function savedBy(
  account: Account,
  running: Instalment,
  { principal, on }: { principal: Amount; on: LocalDate },
): Amount {
  const isFlat = account.plan.terms.interestMethod === 'flat'
  return isFlat ? ZERO : interestOfRest(account, running, principal, on)
}

/** The same where what is saved pays principal off as well; undefined where it would pay all of it. */
export function savedWithin(
  account: Account,
  running: Instalment,
  { principal, on }: { principal: Amount; on: LocalDate },
): Amount | undefined {
  const { interestMethod, rounding } = account.plan.terms
  if (interestMethod === 'flat' || principal <= 0) return ZERO
  const { numerator, denominator } = rateOfRest(account, running, on)
  if (numerator >= denominator) return undefined
  const exact = BigInt(principal) * numerator
  return amount(Number(divideRounded(exact, denominator - numerator, rounding)))
}

/** Principal already paid of an instalment to come stays planned there, so that it is not asked again. */
function withPaidPrincipal(each: Instalment, before: Instalment | undefined): Instalment {
  if (before === undefined) return each
  const principal = add(before.paid.principal, before.lost.principal)
  return { ...each, planned: addParts(each.planned, only('principal', principal)) }
}

interface Anew {
  readonly plan: Plan
  readonly running: Instalment
  readonly start: Start
}

/** How many of the rows count: all, or up to the one that pays the loan off. */
type Ends = (rows: readonly ScheduleRow[]) => number

function plannedAnew(account: Account, { plan, running, start }: Anew, ends: Ends): Account {
  const at = { plan, offset: account.offset }
  const toCome = account.instalments.filter((each) => each.n >= running.n)
  const known = new Map(toCome.map((each) => [placeOf(each, at), each]))
  const rows = plannedRows(plan, start)
  const last = ends(rows)
  const instalments = rows.flatMap((row, index) => {
    const before = known.get(row.n)
    if (index <= last) return [withPaidPrincipal(planned(row, at, before), before)]
    if (before === undefined || !hasHistory(before)) return []
    return [withPaidPrincipal({ ...before, borne: ZERO, planned: NOTHING }, before)]
  })
  const passedBy = account.instalments.filter((each) => each.n < running.n)
  return { ...account, plan, instalments: collectedLater([...passedBy, ...instalments], at) }
}

function balanceToCome({ instalments }: Account, running: Instalment): Amount {
  return outstanding(instalments.filter((each) => each.n >= running.n)).principal
}

/** With less principal: fewer instalments of the same size, or as many smaller ones. */
export function withLess(
  account: Account,
  money: Amount,
  { from, interest }: { from: Instalment; interest?: Amount },
): Account {
  const { terms, dates } = account.plan
  const place = placeOf(from, account)
  const balance = subtract(balanceToCome(account, from), money)
  const start = { first: place - 1, balance, ...(interest !== undefined && { interest }) }
  const reducesNumber = terms.earlyPayment === 'reduceNumber'
  const plan = reducesNumber ? account.plan : planOf(terms, start, { dates })
  const collects = terms.graceOnInterestPayment + 1 - place
  return plannedAnew(account, { plan, running: from, start }, (rows) => {
    if (!reducesNumber) return rows.length - 1
    return Math.max(
      rows.findIndex((row) => row.balance === 0),
      collects,
    )
  })
}

/** The running period with less interest; what is not owed of it any more is left of the saving. */
export function withCheaper(
  account: Account,
  running: Instalment,
  saved: Amount,
): [account: Account, left: Amount] {
  const isCollected = placeOf(running, account) <= account.plan.terms.graceOnInterestPayment
  const owing = isCollected ? running.borne : least(running.borne, owed(running).interest)
  const less = least(saved, owing)
  if (less === 0) return [account, saved]
  const cheaper = {
    ...running,
    borne: subtract(running.borne, less),
    planned: subtractParts(running.planned, only('interest', isCollected ? ZERO : less)),
  }
  const instalments = account.instalments.map((each) => (each === running ? cheaper : each))
  return [{ ...account, instalments: collectedLater(instalments, account) }, subtract(saved, less)]
}

/** Interest paid ahead is a charge below zero, so that a payoff knows of it as well. */
export function lightened(instalments: readonly Instalment[], credit: Parts): Instalment[] {
  let left = credit
  return instalments.map((each) => {
    const taken = {
      ...NOTHING,
      interest: least(left.interest, owed(each).interest),
      fees: least(left.fees, owed(each).fees),
    }
    left = subtractParts(left, taken)
    const charged = subtractParts(each.charged, only('interest', taken.interest))
    return { ...each, charged, planned: subtractParts(each.planned, only('fees', taken.fees)) }
  })
}

/** Hands over a further tranche; where no instalment is to come, the last one has it. */
export function drawnMore(account: Account, money: Amount, on: LocalDate): Account {
  const drawn = add(account.drawn, money)
  const running = runningOn(account, on)
  if (running !== undefined) return { ...withMore(account, running, money, on), drawn }
  const last = account.instalments.length - 1
  const instalments = account.instalments.map((each, index) => {
    if (index !== last) return each
    return { ...each, planned: addParts(each.planned, only('principal', money)), paidOn: undefined }
  })
  return { ...account, instalments, drawn }
}

/** With more principal, over the instalments to come. */
function withMore(account: Account, running: Instalment, money: Amount, on: LocalDate): Account {
  const { dates } = account.plan
  const terms = { ...account.plan.terms, principal: add(account.plan.terms.principal, money) }
  const start = {
    first: placeOf(running, account) - 1,
    balance: add(balanceToCome(account, running), money),
    interest: add(running.borne, interestOfRest(account, running, money, on)),
  }
  const plan = planOf(terms, start, { dates })
  return plannedAnew(account, { plan, running, start }, (rows) => rows.length - 1)
}
