/**
 * Money beyond all that is due. `keepPlan` pays the next instalments as they stand. The other two
 * pay principal off and plan the instalments to come again: `reduceNumber` keeps their size,
 * `reduceInstalment` their number. Money that covers the payoff pays the loan off.
 */

import { ZERO, add, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { outstanding, withoutNegative } from '#worker/lending/loans/account'
import type { Account } from '#worker/lending/loans/account'
import { addParts, only, totalOf } from '#worker/lending/loans/parts'
import { payoffOf } from '#worker/lending/loans/payoff'
import { hasHistory, runningOn, withLess } from '#worker/lending/loans/replan'
import { spread } from '#worker/lending/loans/repayment'
import type { AllocationLine } from '#worker/lending/loans/repayment'

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
  const debt = outstanding(account.instalments).principal
  if (running === undefined || debt === 0) return { account, lines: [], rest: money }
  const principal = money < debt ? money : debt
  const after = withLess(account, running, principal, on)
  const line = { n: undefined, parts: only('principal', principal) }
  const left = { money: subtract(money, principal), on, order }
  const { instalments, lines, rest } = spread(after.instalments, left)
  return { account: { ...after, instalments }, lines: [line, ...lines], rest }
}
