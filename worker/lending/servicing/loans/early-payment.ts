/**
 * Money beyond all that is due. `keepPlan` pays the next instalments as they stand. The other two
 * first pay the running instalment, the next one that falls due, as it stands: whoever pays it
 * before its day is on time. Only what exceeds it is principal paid early, and the instalments to
 * come are planned again: `reduceNumber` keeps their size, `reduceInstalment` their number. Of the
 * running period's interest it saves that of the days left. Interest per instalment is the price of
 * the whole period, so principal of the running instalment saves none; where interest is daily it
 * does, and is paid before that interest. On the first day of a period, when an instalment has just
 * fallen due or the loan was handed over, all of it is principal. Money that covers the payoff pays
 * the loan off. (As the progressive loans of Apache Fineract: next instalment, then reamortization.)
 */

import { ZERO, add, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { least, outstanding, owed, withoutNegative } from '#worker/lending/servicing/loans/account'
import type { Account, Instalment } from '#worker/lending/servicing/loans/account'
import { addParts, only, totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffOf } from '#worker/lending/servicing/loans/payoff'
import {
  hasHistory,
  lightened,
  runningOn,
  savedBy,
  savedWithin,
  withCheaper,
  withLess,
} from '#worker/lending/servicing/loans/replan'
import { spread } from '#worker/lending/servicing/loans/repayment'
import type { AllocationLine } from '#worker/lending/servicing/loans/repayment'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export interface Applied {
  readonly account: Account
  readonly lines: readonly AllocationLine[]
  readonly rest: Amount
}

/** Everything that the payoff asks for becomes due on the day, and nothing after it. */
export function broughtForward(account: Account, on: LocalDate): Account {
  const payoff = payoffOf(account, on)
  const running = runningOn(account, on)
  const interest = subtract(payoff.parts.interest, payoff.due.interest)
  const instalments = account.instalments.flatMap((each) => {
    if (each.dueOn <= on) return [each]
    const isRunning = each === running
    if (!isRunning && !hasHistory(each)) return []
    const spent = addParts(each.paid, each.waived)
    const principal = add(each.paid.principal, each.lost.principal)
    const fees = withoutNegative(subtract(spent.fees, each.charged.fees))
    const charged = { ...each.charged, interest: ZERO }
    const kept = { interest: spent.interest, principal, fees, penalties: ZERO }
    const ask = { ...only('interest', interest), principal: payoff.principal }
    const asked = isRunning ? addParts(kept, ask) : kept
    return [{ ...each, dueOn: on, charged, planned: asked }]
  })
  return { ...account, instalments }
}

/** Pays the loan off if the money covers it; undefined if it does not. */
export function settle(account: Account, money: Amount, on: LocalDate): Applied | undefined {
  if (money < totalOf(payoffOf(account, on).parts)) return undefined
  const due = broughtForward(account, on)
  const order = account.plan.terms.allocation
  const { instalments, lines, rest } = spread(due.instalments, { money, on, order })
  return { account: { ...due, instalments }, lines, rest }
}

/** Interest that runs by days is saved by principal of the running instalment as well. */
function savesByDays({ interestPeriod, interestMethod }: LoanTerms): boolean {
  return interestPeriod === 'daily' && interestMethod === 'declining'
}

interface Ahead {
  /** Of it, what goes beyond the running instalment. */
  readonly beyond: Amount
  /** Interest of the running period that is saved. */
  readonly saved: Amount
}

/**
 * What goes beyond the running instalment: money − (its debt − saved), where what is saved is the
 * interest of all principal that is paid early, itself included.
 */
function aheadOf(account: Account, running: Instalment, money: Amount, on: LocalDate): Ahead {
  const debt = owed(running)
  const own = savesByDays(account.plan.terms) ? debt.principal : ZERO
  const over = subtract(money, totalOf(debt))
  const wanted = savedWithin(account, running, { principal: add(over, own), on })
  const lowers = wanted === undefined ? debt.interest : least(wanted, debt.interest)
  if (add(over, lowers) <= 0) {
    const saved = savedBy(account, running, { principal: least(money, own), on })
    return { beyond: ZERO, saved }
  }
  const later = subtract(outstanding(account.instalments).principal, debt.principal)
  const beyond = least(add(over, lowers), later)
  const isWhole = lowers < debt.interest && beyond < later
  const all = { principal: add(beyond, own), on }
  return { beyond, saved: isWhole ? lowers : savedBy(account, running, all) }
}

/** Pays the running instalment first, as it stands, and principal with what goes beyond it. */
function payRunning(account: Account, running: Instalment, money: Amount, on: LocalDate): Applied {
  const { terms } = account.plan
  const { beyond, saved } = aheadOf(account, running, money, on)
  const [cheaper, credit] = withCheaper(account, running, saved)
  const next = cheaper.instalments.find((each) => each.n > running.n)
  const after =
    beyond > 0 && next !== undefined ? withLess(cheaper, beyond, { from: next }) : cheaper
  const isToCome = (each: Instalment) => each.n > running.n
  const lighter = [
    ...after.instalments.filter((each) => !isToCome(each)),
    ...lightened(after.instalments.filter(isToCome), only('interest', credit)),
  ]
  const order = savesByDays(terms)
    ? (['principal', ...terms.allocation.filter((part) => part !== 'principal')] as const)
    : terms.allocation
  const { instalments, lines, rest } = spread(lighter, {
    money: subtract(money, beyond),
    on,
    order,
  })
  const ahead = beyond > 0 ? [{ n: undefined, parts: only('principal', beyond) }] : []
  return { account: { ...after, instalments }, lines: [...lines, ...ahead], rest }
}

/** On the first day of a period it has borne no interest: all principal, from this instalment on. */
function payPrincipal(
  account: Account,
  running: Instalment,
  money: Amount,
  on: LocalDate,
): Applied {
  const principal = least(money, outstanding(account.instalments).principal)
  const saved = savedBy(account, running, { principal, on })
  const interest = withoutNegative(subtract(running.borne, saved))
  const after = principal > 0 ? withLess(account, principal, { from: running, interest }) : account
  const order = account.plan.terms.allocation
  const left = { money: subtract(money, principal), on, order }
  const { instalments, lines, rest } = spread(after.instalments, left)
  const ahead = principal > 0 ? [{ n: undefined, parts: only('principal', principal) }] : []
  return { account: { ...after, instalments }, lines: [...ahead, ...lines], rest }
}

/** Applies money that is left once everything due on the day has been paid. */
export function payAhead(account: Account, money: Amount, on: LocalDate): Applied {
  const { allocation: order, earlyPayment } = account.plan.terms
  if (earlyPayment === 'keepPlan') {
    const { instalments, lines, rest } = spread(account.instalments, { money, on, order })
    return { account: { ...account, instalments }, lines, rest }
  }
  const settled = settle(account, money, on)
  if (settled !== undefined) return settled
  const running = runningOn(account, on)
  if (running === undefined) return { account, lines: [], rest: money }
  const isFirstDay = running.from >= on
  return isFirstDay
    ? payPrincipal(account, running, money, on)
    : payRunning(account, running, money, on)
}
