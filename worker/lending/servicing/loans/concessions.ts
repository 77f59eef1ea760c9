/**
 * What changes a debt without money: charges, waivers, what a settlement gives up, a write-off.
 * Each answers with the account after it and the parts it moved.
 */

import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { isSettled, least, owed } from '#worker/lending/servicing/loans/account'
import type { Account, Instalment } from '#worker/lending/servicing/loans/account'
import { broughtForward } from '#worker/lending/servicing/loans/early-payment'
import type {
  Charged,
  Discounted,
  Waived,
  WrittenOff,
} from '#worker/lending/servicing/loans/events'
import { NOTHING, addParts, only, totalOf } from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { payoffOf } from '#worker/lending/servicing/loans/payoff'
import type { Part } from '#worker/lending/offering/schedules/terms'

export type Conceded = [account: Account, moved: Parts]

/** Penalties are given up first, principal last. */
const GIVEN_UP: readonly Part[] = ['penalties', 'fees', 'interest', 'principal']

interface Forgiveness {
  readonly part: Part
  readonly amount: Amount
  readonly on: LocalDate
}

/** Forgives that part, the oldest first, and says how much there was to forgive. */
function forgive(
  instalments: readonly Instalment[],
  { part, amount, on }: Forgiveness,
): { instalments: readonly Instalment[]; forgiven: Amount } {
  const as = part === 'principal' ? 'lost' : 'waived'
  let rest = amount
  const after = instalments.map((instalment) => {
    const forgiven = least(rest, owed(instalment)[part])
    if (forgiven === 0) return instalment
    rest = subtract(rest, forgiven)
    const lighter = { ...instalment, [as]: addParts(instalment[as], only(part, forgiven)) }
    const paidOn = instalment.paidOn ?? (isSettled(lighter) ? on : undefined)
    return { ...lighter, paidOn }
  })
  return { instalments: after, forgiven: subtract(amount, rest) }
}

function chargedOn(instalments: readonly Instalment[], event: Charged): Instalment | undefined {
  const named = instalments.find((each) => each.n === event.instalment)
  return named ?? instalments.find((each) => each.dueOn >= event.on) ?? instalments.at(-1)
}

export function charged(account: Account, event: Charged): Conceded {
  const target = chargedOn(account.instalments, event)
  const charge = only(event.part, event.amount)
  const instalments = account.instalments.map((each) =>
    each === target ? { ...each, charged: addParts(each.charged, charge) } : each,
  )
  return [{ ...account, instalments }, charge]
}

export function waived(account: Account, event: Waived): Conceded {
  const { instalments, forgiven } = forgive(account.instalments, event)
  return [{ ...account, instalments }, only(event.part, forgiven)]
}

/** All that the payoff asks becomes due, and so much of it is given up. */
export function discounted(account: Account, { amount, on }: Discounted): Conceded {
  const due = broughtForward(account, on)
  let rest = amount
  let moved: Parts = NOTHING
  let { instalments } = due
  for (const part of GIVEN_UP) {
    const given = forgive(instalments, { part, amount: rest, on })
    instalments = given.instalments
    rest = subtract(rest, given.forgiven)
    moved = addParts(moved, only(part, given.forgiven))
  }
  return [{ ...due, instalments }, moved]
}

/** Nothing is asked by the schedule any more; what the payoff asked is still claimed. */
export function writtenOff(account: Account, { on }: WrittenOff): Conceded {
  const { parts } = payoffOf(account, on)
  const instalments = account.instalments.map((each) => {
    if (isSettled(each)) return each
    return { ...each, lost: addParts(each.lost, owed(each)), endedOn: on }
  })
  const loss = { on, principal: parts.principal, claim: totalOf(parts) }
  return [{ ...account, instalments, loss }, parts]
}

/** What is still claimed of a loan that was written off. */
export function claimOf({ loss, recovered }: Account): Amount {
  return loss === undefined ? ZERO : subtract(loss.claim, recovered)
}
