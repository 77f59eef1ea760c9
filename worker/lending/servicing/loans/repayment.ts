/**
 * Where a payment goes: the oldest instalment first, and inside an instalment the order of the
 * agreement, by default interest, principal, fees, penalties. The lines and what is left over sum
 * to the payment exactly.
 */

import { ZERO, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { credited, isSettled, least, owed } from '#worker/lending/servicing/loans/account'
import type { Instalment } from '#worker/lending/servicing/loans/account'
import { NOTHING, totalOf } from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import type { Part } from '#worker/lending/offering/schedules/terms'

/** What one payment paid of one instalment; `n` is undefined for principal paid ahead of them. */
export interface AllocationLine {
  readonly n: number | undefined
  readonly parts: Parts
}

export interface Spread {
  readonly instalments: readonly Instalment[]
  readonly lines: readonly AllocationLine[]
  readonly rest: Amount
}

function takenBy(instalment: Instalment, money: Amount, order: readonly Part[]): Parts {
  const debt = owed(instalment)
  const taken: Record<Part, Amount> = { ...NOTHING }
  let rest = money
  for (const part of order) {
    taken[part] = least(rest, debt[part])
    rest = subtract(rest, taken[part])
  }
  return taken
}

interface Payment {
  readonly money: Amount
  readonly on: LocalDate
  readonly order: readonly Part[]
  /** Only instalments due up to this day are paid; without it, all of them. */
  readonly dueUpTo?: LocalDate
}

export function spread(instalments: readonly Instalment[], payment: Payment): Spread {
  const { on, order, dueUpTo } = payment
  const lines: AllocationLine[] = []
  let rest = payment.money
  const after = instalments.map((instalment) => {
    const isLater = dueUpTo !== undefined && instalment.dueOn > dueUpTo
    if (rest === ZERO || isLater || isSettled(instalment)) return instalment
    const parts = takenBy(instalment, rest, order)
    rest = subtract(rest, totalOf(parts))
    lines.push({ n: instalment.n, parts })
    return credited(instalment, parts, on)
  })
  return { instalments: after, lines, rest }
}
