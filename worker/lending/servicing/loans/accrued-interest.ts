/**
 * How interest stands on a day where it is income as it is earned: what is earned and not paid, and
 * what is paid and not earned. Earned is what has fallen due, the share of the running period that
 * has passed, and what a grace or a reschedule keeps back. A loan that owes nothing has earned all
 * that it was paid; one that was written off earns no more.
 */

import { ZERO, add, subtract, sum } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { least, outstanding, withoutNegative } from '#worker/lending/servicing/loans/account'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffOf } from '#worker/lending/servicing/loans/payoff'
import { replay } from '#worker/lending/servicing/loans/replay'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export interface AccruedInterest {
  /** Earned and still to be paid. */
  readonly receivable: Amount
  /** Paid ahead of being earned. */
  readonly unearned: Amount
}

const NONE: AccruedInterest = { receivable: ZERO, unearned: ZERO }

export function accruedInterest(
  terms: LoanTerms,
  events: readonly LoanEvent[],
  on: LocalDate,
): AccruedInterest {
  const { account } = replay(terms, events, on)
  if (account === undefined || account.loss !== undefined) return NONE
  if (totalOf(outstanding(account.instalments)) === 0) return NONE
  const { due, running, waiting } = payoffOf(account, on)
  const later = account.instalments.filter((each) => each.dueOn > on)
  const forgiven = sum(later.map((each) => each.waived.interest))
  const paid = sum(later.map((each) => each.paid.interest))
  const borne = add(running?.interest ?? ZERO, waiting)
  const earned = borne < 0 ? borne : withoutNegative(subtract(borne, forgiven))
  const all = sum([...account.past, ...account.instalments].map((each) => each.paid.interest))
  return {
    receivable: add(due.interest, withoutNegative(subtract(earned, paid))),
    unearned: least(all, withoutNegative(subtract(paid, earned))),
  }
}
