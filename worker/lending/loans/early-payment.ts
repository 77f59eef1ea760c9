/**
 * Money beyond all that is due. `keepPlan` pays the next instalments as they stand. The other two
 * pay principal off and plan the instalments to come again: `reduceNumber` keeps their size,
 * `reduceInstalment` their number. The running period keeps its interest but for what the money
 * saves on itself over the days left: round(money × period rate × days left / days). Flat interest
 * saves nothing until instalments fall away. Money that covers the payoff pays the loan off.
 */

import { ZERO, amount, divideRounded, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  collectedLater,
  outstanding,
  planned,
  withoutNegative,
} from '#worker/lending/loans/account'
import type { Account, Instalment } from '#worker/lending/loans/account'
import { NOTHING, addParts, only, totalOf } from '#worker/lending/loans/parts'
import { payoffOf } from '#worker/lending/loans/payoff'
import { spread } from '#worker/lending/loans/repayment'
import type { AllocationLine } from '#worker/lending/loans/repayment'
import { planOf, plannedRows } from '#worker/lending/schedules/schedule'

export interface Applied {
  readonly account: Account
  readonly lines: readonly AllocationLine[]
  readonly rest: Amount
}

function hasHistory({ paid, charged, waived }: Instalment): boolean {
  return totalOf(addParts(addParts(paid, charged), waived)) > 0
}

/** Everything that the payoff asks for becomes due on the day, and nothing after it. */
function broughtForward(account: Account, on: LocalDate): Account {
  const payoff = payoffOf(account, on)
  const running = account.instalments.find((each) => each.dueOn > on)
  const interest = subtract(payoff.parts.interest, payoff.due.interest)
  const instalments = account.instalments.flatMap((each) => {
    if (each.dueOn <= on) return [each]
    const { paid, waived } = each
    const principal = paid.principal
    const fees = withoutNegative(subtract(addParts(paid, waived).fees, each.charged.fees))
    const spent = { interest: addParts(paid, waived).interest, principal, fees, penalties: ZERO }
    if (each !== running) return hasHistory(each) ? [{ ...each, dueOn: on, planned: spent }] : []
    const ask = { ...only('interest', interest), principal: payoff.principal }
    return [{ ...each, dueOn: on, planned: addParts(spent, ask) }]
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

/** Interest that the money saves in the running period. */
function saved({ plan }: Account, running: Instalment, money: Amount, on: LocalDate): Amount {
  const { terms, rates } = plan
  if (terms.interestMethod === 'flat') return ZERO
  const days = daysBetween(running.from, running.dueOn)
  const left = Math.min(days, daysBetween(on, running.dueOn))
  const numerator = BigInt(money) * BigInt(rates.numerators[running.n - 1] ?? 0) * BigInt(left)
  const denominator = BigInt(rates.denominator) * BigInt(Math.max(days, 1))
  return amount(Number(divideRounded(numerator, denominator, terms.rounding)))
}

function replanned(account: Account, running: Instalment, money: Amount, on: LocalDate): Account {
  const { terms } = account.plan
  const isBefore = (each: Instalment) => each.n < running.n
  const toCome = account.instalments.filter((each) => !isBefore(each))
  const start = {
    first: running.n - 1,
    balance: subtract(outstanding(toCome).principal, money),
    interest: withoutNegative(subtract(running.borne, saved(account, running, money, on))),
  }
  const reducesNumber = terms.earlyPayment === 'reduceNumber'
  const plan = reducesNumber ? account.plan : planOf(terms, start)
  const rows = plannedRows(plan, start)
  const collects = terms.graceOnInterestPayment + 1 - running.n
  const paysOff = rows.findIndex((row) => row.balance === 0)
  const last = reducesNumber ? Math.max(paysOff, collects) : rows.length - 1
  const known = new Map(toCome.map((each) => [each.n, each]))
  const instalments = rows.flatMap((row, index) => {
    const before = known.get(row.n)
    if (index <= last) return [planned(row, plan, before)]
    if (before === undefined || !hasHistory(before)) return []
    return [{ ...before, borne: ZERO, planned: NOTHING }]
  })
  const all = [...account.instalments.filter(isBefore), ...instalments]
  return { ...account, plan, instalments: collectedLater(all, terms.graceOnInterestPayment) }
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
  const running = account.instalments.find((each) => each.dueOn > on)
  const debt = outstanding(account.instalments).principal
  if (running === undefined || debt === 0) return { account, lines: [], rest: money }
  const principal = money < debt ? money : debt
  const after = replanned(account, running, principal, on)
  const line = { n: undefined, parts: only('principal', principal) }
  const left = { money: subtract(money, principal), on, order }
  const { instalments, lines, rest } = spread(after.instalments, left)
  return { account: { ...after, instalments }, lines: [line, ...lines], rest }
}
