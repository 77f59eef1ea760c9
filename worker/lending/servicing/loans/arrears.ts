/**
 * What is late. An instalment is on time as long as the day is not after its due date; from the
 * next day on it is overdue. Days past due count from the oldest due date with interest, principal
 * or fees unpaid: a penalty alone does not make a loan late again.
 */

import { ZERO } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { isSettled, outstanding, owed } from '#worker/lending/servicing/loans/account'
import type { Instalment } from '#worker/lending/servicing/loans/account'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'

export interface Arrears {
  readonly parts: Parts
  readonly amount: Amount
  readonly instalments: number
  /** The oldest due date that was missed. */
  readonly since: LocalDate | undefined
  readonly daysPastDue: number
}

function isMissed(instalment: Instalment): boolean {
  return totalOf({ ...owed(instalment), penalties: ZERO }) > 0
}

export function arrearsOn(instalments: readonly Instalment[], asOf: LocalDate): Arrears {
  const overdue = instalments.filter((each) => each.dueOn < asOf && !isSettled(each))
  const parts = outstanding(overdue)
  const missed = overdue.filter(isMissed)
  const since = missed.reduce<LocalDate | undefined>(
    (oldest, { dueOn }) => (oldest === undefined || dueOn < oldest ? dueOn : oldest),
    undefined,
  )
  return {
    parts,
    amount: totalOf(parts),
    instalments: missed.length,
    since,
    daysPastDue: since === undefined ? 0 : daysBetween(since, asOf),
  }
}
